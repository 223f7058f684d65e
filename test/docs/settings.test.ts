// Limits, bindings, variables, scripts and keys: each that is in the code is in the documentation,
// with its value.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as edtf from '../../src/domain/date/edtf.ts'
import * as event from '../../src/domain/document/event.ts'
import * as fault from '../../src/domain/check/fault.ts'
import * as filter from '../../src/address/filter.ts'
import * as json from '../../src/domain/document/json.ts'
import * as characters from '../../src/domain/text/character-rules.ts'
import * as texts from '../../src/domain/text/text-schema.ts'
import * as measure from '../../src/domain/document/measure.ts'
import * as renderings from '../../src/domain/renderings.ts'
import * as search from '../../src/domain/query/search.ts'
import * as head from '../../src/edition/head.ts'
import { contentSize } from '../../src/edition/size.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import * as next from '../../src/edition/next.ts'
import * as imports from '../../src/extract/files/limits.ts'
import * as calendarDate from '../../src/formats/icalendar/calendar-date.ts'
import * as calendar from '../../src/formats/icalendar/calendar.ts'
import * as accept from '../../src/http/request/accept.ts'
import * as links from '../../src/http/response/links.ts'
import * as keptAnswers from '../../src/http/response/kept-answers.ts'
import * as coding from '../../src/http/response/coding.ts'
import * as body from '../../src/http/request/body.ts'
import * as parameter from '../../src/http/request/query-string.ts'
import * as parameters from '../../src/http/request/parameters.ts'
import * as sitemap from '../../src/http/routes/sitemap.ts'
import * as rate from '../../src/http/rate.ts'
import * as mcp from '../../src/http/routes/mcp.ts'
import * as findEvents from '../../src/http/mcp/find-events.ts'
import * as timelineText from '../../src/formats/tools/timeline-text.ts'
import * as queryReader from '../../src/http/request/query-reader.ts'
import * as pictures from '../../src/picture/limits.ts'
import * as cached from '../../src/store/read/isolate-cache.ts'
import * as overlay from '../../src/edition/segment/overlay.ts'
import * as segmentAccess from '../../src/edition/packed/segment-access.ts'
import * as delivery from '../../src/store/delivery.ts'
import * as tasks from '../../src/store/publish/tasks.ts'
import * as compared from '../../src/store/read/compared-editions.ts'
import * as uploadedChanges from '../../src/store/publish/uploaded-changes.ts'
import * as leases from '../../src/store/publish/leases.ts'
import * as restored from '../../src/store/publish/restored.ts'
import * as segments from '../../src/store/publish/segments.ts'
import * as authored from '../../src/edition/upload/authored.ts'
import * as kv from '../../src/store/key-value.ts'
import * as keptChanges from '../../src/store/read/kept-changes.ts'
import { readSettings } from '../../src/host/settings.ts'
import * as read from '../../src/store/read/cached-store.ts'
import * as summary from '../../src/edition/summary.ts'
import { firstEdition } from '../support/first-edition.ts'
import { codeBlocks, codeWords, section, tableRows } from '../support/markdown.ts'
import { pagePaths, readText, root, sources } from '../support/pages.ts'

const modules = {
  ...renderings,
  ...edtf,
  ...event,
  ...fault,
  ...filter,
  ...json,
  ...characters,
  ...texts,
  ...measure,
  ...search,
  ...head,
  ...next,
  ...imports,
  ...leases,
  ...restored,
  ...segments,
  ...uploadedChanges,
  ...compared,
  ...authored,
  ...calendarDate,
  ...calendar,
  ...accept,
  ...links,
  ...coding,
  ...keptAnswers,
  ...body,
  ...parameter,
  ...parameters,
  ...queryReader,
  ...sitemap,
  ...pictures,
  ...mcp,
  ...rate,
  ...findEvents,
  ...timelineText,
  ...cached,
  ...delivery,
  ...overlay,
  ...segmentAccess,
  ...tasks,
  ...kv,
  ...keptChanges,
  ...read,
  ...summary,
}

/** Every exported number, and those of exported objects, such as `retention.editions`. */
const numbers = new Map(
  Object.entries(modules).flatMap(([name, value]): [string, number][] => {
    if (typeof value === 'number') return [[name, value]]
    if (typeof value !== 'object') return []
    return Object.entries(value).flatMap(([key, inner]): [string, number][] =>
      typeof inner === 'number' ? [[`${name}.${key}`, inner]] : [],
    )
  }),
)

describe('docs/limits.md', () => {
  const rows = tableRows(readText('docs/limits.md'))

  test('tells every limit with its value [fault 11]', () => {
    const told = rows.flatMap(([, value, name = '']) =>
      codeWords(name).map((word) => [word, Number(value)] as const),
    )
    expect(told.length).toBeGreaterThan(20)
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(numbers))
  })

  test('no module with a limit is overlooked', () => {
    const names = [...sources('src')].flatMap(([path, text]) =>
      path.startsWith('src/widget/') || path.startsWith('src/cli/')
        ? []
        : Array.from(
            text.matchAll(/^export const ((?:max|most|usual)[A-Z]\w*) = [\d(]/gm),
            ([, name = '']) => name,
          ),
    )
    expect(names.length).toBeGreaterThan(10)
    expect([...numbers.keys()]).toEqual(expect.arrayContaining(names))
  })
})

describe('docs/operations.md', () => {
  const page = readText('docs/operations.md')
  const settings = tableRows(section(page, 'Settings')).flatMap(([names = '']) => codeWords(names))

  test('describes every binding, variable and switch of wrangler.toml', () => {
    const config = readText('wrangler.toml')
    const variables = /^\[vars\]\n([\s\S]*?)(?=^\[)/m.exec(config)?.[1] ?? ''
    const wanted = [
      ...Array.from(config.matchAll(/^(?:binding|name) = "([A-Z_]+)"$/gm), ([, name = '']) => name),
      ...Array.from(variables.matchAll(/^([A-Z_]+) =/gm), ([, name = '']) => name),
    ]
    expect(wanted.length).toBeGreaterThan(5)
    expect(settings).toEqual(expect.arrayContaining(wanted))
    const switches = Array.from(
      config.matchAll(/^\[+(cache|observability|migrations)\]+$/gm),
      ([table]) => table,
    )
    expect(switches).toHaveLength(3)
    expect(settings).toEqual(expect.arrayContaining(switches))
  })

  test('tells the rates of wrangler.toml, as refusals do', () => {
    const limits = Array.from(
      readText('wrangler.toml').matchAll(
        /^name = "(\w+_LIMIT)"\n.*\nsimple = \{ limit = (\d+), period = (\d+) \}$/gm,
      ),
      ([, name = '', limit, period]) => [name, Number(limit), Number(period)] as const,
    )
    expect(limits).toEqual([
      ['WRITE_LIMIT', rate.maxWrites, 60],
      ['ASK_LIMIT', rate.maxCalls, 60],
    ])
    for (const [name, limit] of limits)
      expect(page).toMatch(new RegExp(`\`${name}\` \\| rate limit: ${limit} .* per minute`))
  })

  test('describes everything that the Worker reads from its environment', () => {
    const environments = [...sources('src/store').values(), ...sources('src/host').values()]
    const wanted = environments.flatMap((text) =>
      Array.from(text.matchAll(/^ {2}readonly ([A-Z_]{4,})\??:/gm), ([, name = '']) => name),
    )
    expect(wanted.length).toBeGreaterThan(5)
    expect(settings).toEqual(expect.arrayContaining(wanted))
  })

  test('describes every environment variable of the command line', () => {
    const wanted = [...sources('src/cli').values()].flatMap((text) =>
      Array.from(text.matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)\b/g), ([, name = '']) => name),
    )
    expect(wanted.length).toBeGreaterThan(1)
    expect(settings).toEqual(expect.arrayContaining(wanted))
  })
})

test('the tokens that docs/publishing.md shows are accepted', () => {
  const tokens = section(readText('docs/publishing.md'), 'Tokens')
  const [example = ''] = codeBlocks(tokens).flatMap(({ language, code }) =>
    language === 'json' ? code : [],
  )
  const faultsOf = (value: unknown): readonly unknown[] =>
    readSettings({ PUBLIC_URL: 'https://a.example', PUBLISH_TOKENS: JSON.stringify(value) }).faults
  const entries = JSON.parse(example) as object[]
  expect(entries).not.toEqual([])
  expect(faultsOf(entries)).toEqual([])
  // A value in a row, such as that of a token for all timelines.
  const told = tableRows(tokens).flatMap(([field = '', holds = '']) =>
    codeWords(holds)
      .filter((word) => /^["[]/.test(word))
      .map((word) => [codeWords(field).join(), JSON.parse(word)] as const),
  )
  expect(told).toContainEqual(['timelines', ['*']])
  for (const [field, value] of told)
    expect(faultsOf([{ ...entries[0], [field]: value }])).toEqual([])
})

test('docs/contributing.md describes every npm script', () => {
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
  const page = readText('docs/contributing.md')
  const known = Object.keys(scripts)
  expect(known.length).toBeGreaterThan(5)
  const commandOf = (name: string): string =>
    name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`
  const isTold = (name: string): boolean =>
    new RegExp(`\`${RegExp.escape(commandOf(name))}[\` ]`).test(page)
  const untold = known.filter((name) => !isTold(name))
  expect(untold.filter((name) => name !== 'build')).toEqual([])
  expect(readText('docs/operations.md')).toContain('`npm run build`')
})

test('docs/contributing.md has the versions of today', () => {
  const rows = tableRows(section(readText('docs/contributing.md'), 'Versions'))
  const { version } = JSON.parse(readText('package.json')) as { version: string }
  const [newest = ''] = readdirSync(join(root, 'src/widget/released'))
    .filter((name) => /^\d/.test(name))
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  expect(rows.find(([number]) => number?.startsWith('package'))?.[0]).toBe(
    `package, \`${version}\``,
  )
  expect(rows.find(([number]) => number?.startsWith('element'))?.slice(0, 2)).toEqual([
    `element, \`${newest}\``,
    `\`src/widget/released/\`, \`/widget/${newest}/\``,
  ])
})

test('docs/limits.md tells how many events like those of the example fill an edition', () => {
  const document = JSON.parse(readText('data/fusha-2020/timeline.json')) as TimelineDocument
  const { head: edition } = firstEdition(document)
  const [size, rest] = [contentSize(edition), contentSize({ ...edition, adds: [] })]
  const filling = (bytes: number): number =>
    (bytes - rest) / ((size - rest) / document.events.length)
  const [, kilobytes, all = '', unpacked = ''] =
    /is a stored edition of (\d+) kB: about ([\d,]+) such events fill .* and about (\d+) are/.exec(
      readText('docs/limits.md'),
    ) ?? []
  const near = (told: string, bytes: number) =>
    Math.abs(Number(told.replace(',', '')) / filling(bytes) - 1)
  expect(Math.abs(Number(kilobytes) - size / 1024)).toBeLessThan(2)
  expect(near(all, head.maxContentBytes)).toBeLessThan(0.05)
  expect(near(unpacked, head.maxHeadBytes)).toBeLessThan(0.05)
})

test('every npm script that a page names is there', () => {
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
  const named = pagePaths.flatMap((path) =>
    Array.from(readText(path).matchAll(/npm run ([\w:]+)/g), ([, name = '']) => name),
  )
  expect(named.length).toBeGreaterThan(5)
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...new Set(named)]))
})

test('docs/storage.md describes every key', () => {
  const page = readText('docs/storage.md')
  const keys = Array.from(
    readText('src/store/keys.ts').matchAll(/[`']([a-z]+)[/`']/g),
    ([, prefix = '']) => prefix,
  )
  expect(keys).toEqual(expect.arrayContaining(['head', 'edition', 'timelines']))
  for (const key of keys) expect(page).toMatch(new RegExp(`\`${key}[\`/]`))
})

test('every package of the runtime has its reason in docs/decisions/', () => {
  const { dependencies } = JSON.parse(readText('package.json')) as {
    dependencies: Record<string, string>
  }
  const decisions = pagePaths.filter((path) => path.startsWith('docs/decisions/')).map(readText)
  expect(Object.keys(dependencies).length).toBeGreaterThan(1)
  for (const name of Object.keys(dependencies)) {
    expect(
      decisions.some((page) => page.includes(name)),
      name,
    ).toBe(true)
  }
})
