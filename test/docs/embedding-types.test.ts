// The types of the element: the examples of docs/embedding.md are checked against them, with
// stand-ins for the frameworks that declare what theirs do for JSX.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampled } from '../support/extent.ts'
import { codeBlocks, codeWords, section, tableRows } from '../support/markdown.ts'

const root = new URL('../..', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const guide = read('docs/embedding.md')
const types = read('src/widget/event-timeline.d.ts')
const blockIn = (language: string) =>
  codeBlocks(guide).find((block) => block.language === language)?.code ?? ''

const framework = `export namespace JSX {
  interface Element {}
  interface IntrinsicElements { a: { href?: string; children?: unknown } }
  interface ElementChildrenAttribute { children: {} }
}
`
const frameworks = ['react', 'preact', 'solid-js']

describe('the types of the element', () => {
  let folder = ''

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'types-'))
    cpSync(new URL('src/widget/event-timeline.d.ts', root), join(folder, 'event-timeline.d.ts'))
    for (const name of frameworks) {
      write(`node_modules/${name}/package.json`, '{ "types": "index.d.ts" }')
      write(`node_modules/${name}/index.d.ts`, framework)
      write(
        `node_modules/${name}/jsx-runtime.d.ts`,
        "export { JSX } from './index'\nexport declare const jsx: unknown, jsxs: unknown\n",
      )
    }
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  /** What the compiler says of a file. */
  function complaints(name: string, text: string, framework = 'react'): string {
    write(name, text)
    const tsc = new URL('node_modules/.bin/tsc', root).pathname
    const options =
      '--ignoreConfig --noEmit --strict --module esnext --moduleResolution bundler --target esnext --lib esnext,dom,dom.iterable --jsx react-jsx --jsxImportSource'
    try {
      execFileSync(tsc, [...options.split(' '), framework, name], { cwd: folder })
      return ''
    } catch (error) {
      return String((error as { stdout?: Buffer }).stdout)
    }
  }

  test('fit the example of the events, on the element and on the window [fault 8.11]', () => {
    const example = blockIn('ts')
    expect(example).toContain('window')
    expect(complaints('events.ts', example)).toBe('')
    expect(complaints('wrong.ts', example.replace('detail.total', 'detail.totals'))).toContain(
      'totals',
    )
  })

  test.each(sampled(frameworks, 3))('fit the example in JSX of %s [fault 8.11]', (name) => {
    const example = blockIn('tsx').replaceAll("'react'", `'${name}'`)
    expect(example).toContain('<event-timeline')
    expect(complaints('tag.tsx', example, name)).toBe('')
    for (const [right, wrong] of [
      ['heading-level={3}', 'heading-level={9}'],
      ['src=', 'source-of='],
    ] as const)
      expect(complaints('wrong.tsx', example.replace(right, wrong), name)).toContain('error')
  })

  test('and the manifest have every attribute of the table [fault 8.11]', () => {
    const [table = ''] = section(guide, 'The element').split('\n### ')
    const written = tableRows(table).flatMap(([names = '']) => codeWords(names))
    const [, declared = ''] = /interface EventTimelineAttributes \{(.*?)\n\}/s.exec(types) ?? []
    const typed = [...declared.matchAll(/^ {2}'?([a-z-]+)'?\??:/gm)].map(([, name]) => name)
    expect(typed.toSorted()).toEqual(written.toSorted())
    const manifest = JSON.parse(read('src/widget/custom-elements.json')) as {
      modules: { declarations: { attributes: { name: string }[] }[] }[]
    }
    const listed = manifest.modules[0]?.declarations[0]?.attributes.map(({ name }) => name)
    expect(listed?.toSorted()).toEqual(written.toSorted())
  })
})

test('the manifest names the parts that the guide names', () => {
  const { modules } = JSON.parse(read('src/widget/custom-elements.json')) as {
    modules: [{ declarations: [{ cssParts: { name: string }[] }] }]
  }
  const [, parts = ''] = /^Parts: (.*)\.$/m.exec(guide) ?? []
  expect(modules[0].declarations[0].cssParts.map(({ name }) => name)).toEqual(
    parts.split(', ').map((part) => part.replaceAll('`', '')),
  )
})
