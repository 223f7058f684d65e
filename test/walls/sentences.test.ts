// Words for people stand in src/messages, where every language has them: no page, picture, widget or
// format has a sentence of its own. What the contract says to programmers, in English, is not meant.
import { expect, test } from 'vitest'
import { sources } from '../support/pages.ts'

/** Folders whose output people read, and what code in them may say that is not for people. */
const spoken = ['page', 'widget', 'picture', 'formats']
const isContract = /(?:description|title)\(\s*$/

const bare = (text: string): string =>
  text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

/** The literals of a module that read like words for people. */
function sentencesIn(code: string): string[] {
  const text = bare(code)
  const literals = text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)
  return Array.from(literals).flatMap((match) => {
    if (isContract.test(text.slice(0, match.index))) return []
    const said = (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, '…').replace(/<[^>]*>/g, '|')
    return /\p{Script=Han}/u.test(said) || isEnglish(said) ? [said.trim()] : []
  })
}

/** Four words in a row that begin like a sentence, or words that stand in markup by themselves. */
const isEnglish = (said: string): boolean =>
  /^\s*[A-Z][a-z]*(?: [a-z]+){3}/.test(said) || /\|\s*[A-Z][a-z]+(?: [a-z]+)*[.:]?\s*\|/.test(said)

test.each([
  "const note = '没有事件'",
  'const note = html`<p>没有</p>`',
  "throw new Error('The events could not be shown')",
  'const note = html`<p>Try again</p>`',
  'const note = html`<b>…</b> <span>Events:</span>`',
])('words in code are found: %s', (code) => {
  expect(sentencesIn(code)).toHaveLength(1)
})

test.each([
  '// 没有事件',
  "v.description('The date as precise as its source.')",
  "const kind = 'application/atom+xml'",
  'html`<p class="small-print">…</p>`',
])('code without words for people is let be: %s', (code) => {
  expect(sentencesIn(code)).toEqual([])
})

test.each(spoken)('src/%s takes its words from src/messages', (folder) => {
  const modules = [...sources(`src/${folder}`)].filter(
    ([path]) => !/released|generated|\.d\.ts$/.test(path),
  )
  expect(modules.length).toBeGreaterThan(2)
  const found = modules.flatMap(([path, code]) =>
    sentencesIn(code).map((sentence) => `${path}: ${sentence.slice(0, 60)}`),
  )
  expect(found).toEqual([])
})
