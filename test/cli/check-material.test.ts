// The report about documents of the size and with the mistakes that real ones have: a page to read.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jishi } from '../support/jishi.ts'
import { chronicle, letters, type Material } from '../support/large-material.ts'
import { folderOfFile } from '../support/own.ts'

const folder = folderOfFile()

/** The report, and its lines without the path. */
async function check(name: string, { document, text }: Material, ...argv: readonly string[]) {
  const place = join(folder, name)
  mkdirSync(join(place, 'sources'), { recursive: true })
  writeFileSync(join(place, 'timeline.json'), JSON.stringify(document, null, 2))
  writeFileSync(join(place, 'sources', `${document.sources[0]?.id}.txt`), text)
  const { code, stdout } = await jishi(['check', place, '--lang', 'en', ...argv])
  const lines = stdout.trimEnd().split('\n')
  return { code, stdout, lines: lines.map((line) => line.replace(`${place}/timeline.json:`, '')) }
}

test('a chronicle of 400 bullets has four lines', async () => {
  expect(await check('chronicle', chronicle())).toMatchObject({
    code: 0,
    lines: [
      ' 400 events, 4 themes, 14 actors, 1 source',
      ' 237 of 5120 kB; about 8325 more like these',
      ' 400 of 400 quotations found in the sources',
      ' no fault',
    ],
  })
})

test('a collection with 3,000 actors has four lines', async () => {
  const { code, lines } = await check('letters', letters())
  expect({ code, lines: lines.length }).toEqual({ code: 0, lines: 4 })
  expect(lines[0]).toBe(' 300 events, 1 theme, 3000 actors, 1 source')
})

/** The mistakes of a year: a renamed body, slips of the pen, days that do not exist, things left out. */
function withMistakes(): Material {
  const { document, text } = chronicle()
  const events = document.events.map((event, index) => {
    const [{ exact = '', source } = { source: '' }] = event.citations
    const citations =
      index % 40 === 7
        ? [
            {
              source,
              exact: exact.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
            },
          ]
        : event.citations
    const { citations: _, ...uncited } = event
    return {
      ...(index % 90 === 19 ? uncited : { ...event, citations }),
      ...(index % 60 === 13 && { date: event.date.replace(/-\d\d$/, '-31') }),
      ...(index % 80 === 17 && { summary: { 'zh-Hans': '一名老人就医后康复出院。' } }),
      ...(index % 9 === 2 && { title: { ...Object(event.title), en: `Meeting ${index + 3}` } }),
    }
  })
  const actors = document.actors.map((actor) =>
    actor.id === 'county' ? { ...actor, id: 'county-government' } : actor,
  )
  return { document: { ...document, events: events as typeof document.events, actors }, text }
}

test('its mistakes are a page, on which no kind hides another, and JSON has all', async () => {
  const { code, lines, stdout } = await check('mistakes', withMistakes())
  expect(code).toBe(1)
  expect(lines.length).toBeLessThan(70)
  expect(lines.filter((line) => line.includes('write county-government'))).toHaveLength(3)
  expect(lines).toContain(' unknown-actor: 64 more: --json lists all')
  // What to do is said once, not behind each.
  expect(stdout.split('add it to the actors of the document').length).toBe(2)
  for (const reason of [
    'digits-differ',
    'missing-field',
    'invalid-date',
    'private-matter',
    'uncited-digits',
  ])
    expect(stdout).toContain(` ${reason}: `)
  expect(lines.slice(-2)).toEqual([
    ' 385 of 395 quotations found in the sources',
    ' 94 faults, 60 warnings',
  ])
  const { faults } = JSON.parse((await check('mistakes', withMistakes(), '--json')).stdout) as {
    readonly faults: readonly object[]
  }
  expect(faults).toHaveLength(94)
})

test('a thousand faults of one kind are three lines, and more are not counted', async () => {
  const { document, text } = letters()
  const actors = document.actors.map((actor) => ({ ...actor, aliases: [actor.name] }))
  const faulty = { ...document, actors: actors as unknown as typeof document.actors }
  const { lines } = await check('aliases', { document: faulty, text })
  expect(lines.filter((line) => line.includes('/aliases (person-'))).toHaveLength(3)
  expect(lines.at(-1)).toBe(' > 1000 faults')
})

/** Letters with long summaries, 5.6 MB. */
function aboveOneRequest(): Material {
  const { document, text } = letters(3000, 500)
  const summary = { en: '长'.repeat(3600) }
  return {
    document: { ...document, events: document.events.map((event) => ({ ...event, summary })) },
    text,
  }
}

test('what is too large without its events is a fault, and publish says so before it asks any service [fault 9.2]', async () => {
  const { document, text } = letters(950, 3)
  const long = '长'.repeat(490)
  const role = { en: long, 'zh-Hans': long, 'zh-Hant': long, ja: long }
  const actors = document.actors.map((actor) => ({ ...actor, role }))
  const { code, lines } = await check('large', { document: { ...document, actors }, text })
  expect(code).toBe(1)
  expect(lines.at(-1)).toBe(' too large')
  const publish = ['publish', join(folder, 'large'), '--yes', '--to', 'http://localhost:1']
  const { code: ending, stderr } = await jishi(publish)
  expect(ending).toBe(1)
  expect(stderr).toContain('too large to be published')
  expect(stderr.split('\n').length).toBeLessThan(10)
})

test('what takes several requests is told beside faults, about as large as it would be without them', async () => {
  const { document, text } = aboveOneRequest()
  const exact = JSON.parse((await check('exact', { document, text }, '--json')).stdout) as Sized
  const events = document.events.map((event, index) =>
    index % 7 === 3 ? { ...event, date: '1871-02-30' } : event,
  )
  const faulty = { document: { ...document, events }, text }
  const { lines } = await check('both', faulty)
  expect(lines.at(-1)).toMatch(/^ \d+ faults$/)
  expect(
    lines.some((line) => / with these faults about \d+ kB: more than 5120 kB/.test(line)),
  ).toBe(true)
  const { size } = JSON.parse((await check('both', faulty, '--json')).stdout) as Sized
  expect(size.estimated).toBe(true)
  expect(Math.abs(size.used / exact.size.used - 1)).toBeLessThan(0.05)
})

interface Sized {
  readonly size: { readonly used: number; readonly estimated?: boolean }
}

test('a file beside the texts of sources is told unless it is named exactly after one', async () => {
  const material = letters()
  await check('beside', material)
  const id = material.document.sources[0]?.id ?? ''
  const strange = [id, `${id}.TXT`, `${id}.txt.txt`, `${id}.md`, 'other.txt', 'notes']
  for (const name of [...strange, '.DS_Store', '.gitkeep'])
    writeFileSync(join(folder, 'beside/sources', name), 'x')
  const { stdout } = await check('beside', material)
  const told = stdout.match(/(?<=sources\/)\S+(?= is not the text of a source)/g) ?? []
  expect(told.toSorted()).toEqual(strange.toSorted())
})
