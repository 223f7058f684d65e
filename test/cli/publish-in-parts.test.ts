// What is too large for one request: packed by the command line, uploaded in parts, continued after a broken
// connection, read with every filter, pulled back byte for byte.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { publishLarge } from '../../src/cli/publishing/large/publish-large.ts'
import { connect } from '../../src/cli/service/connection.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { EditionEntry } from '../../src/edition/head.ts'
import { actor, document, event } from '../support/document.ts'
import { histories } from '../support/edits.ts'
import { isFull } from '../support/extent.ts'
import { jishi } from '../support/jishi.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'
import { ownFolder, ownService } from '../support/own.ts'
import { readPatiently } from '../support/patient-reads.ts'
import type { RealService } from '../support/real-service.ts'
import { breaking, linesOf } from '../support/uploads.ts'
import '../support/seed.ts'

readPatiently()

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

const town = document({
  events: Array.from({ length: 12 }, (_, index) =>
    event({ id: `e-${index}`, date: `2020-02-${String(28 - index)}`, kind: 'point' }),
  ),
})

/** Publishes in parts whatever the size, each group of parts in a request of its own. */
async function publish(
  file: string,
  more: { readonly onto?: number; readonly baseDocument?: string; readonly dryRun?: boolean } = {},
) {
  const flags = {
    to: real.origin,
    wait: 0,
    yes: true,
    json: true,
    lang: 'en',
    source: [],
    ...more,
  } as const
  const connection = connect(flags, { env: { PUBLISH_TOKEN: 'editor-token' } })
  return publishLarge({ file, flags, connection, requestBytes: 1 })
}

const uploads = (): number => real.calls.filter((call) => /^PUT .*\/parts/.test(call)).length

/** How many editions each event was changed after its first one. */
async function sequences(): Promise<object> {
  const lines = await real.service.fetch('/v1/timelines/town-2020/events.ndjson')
  const events = (await lines.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; sequence: number })
  return Object.fromEntries(events.map(({ id, sequence }) => [id, sequence]))
}

async function pulled(name: string): Promise<string> {
  const file = join(folder, name)
  const { code, stderr } = await jishi([
    'pull',
    'town-2020',
    '-o',
    file,
    '--force',
    '--to',
    real.origin,
  ])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return readFileSync(file, 'utf8')
}

test('goes on after a broken connection with what is missing, and is pulled back byte for byte', async () => {
  const file = join(folder, 'town.ndjson')
  writeFileSync(file, linesOf(town))
  real.gate = breaking(3)
  expect((await publish(file)).ending).toBe('unavailable')
  expect(uploads()).toBe(3)
  real.gate = undefined
  expect(await publish(file)).toMatchObject({ ending: 'done', json: { edition: 1, visible: true } })
  // Events, and five parts of the index: two were there.
  expect(uploads()).toBe(3 + 4)
  const [head = '', ...events] = (await pulled('again.ndjson')).split('\n')
  expect(JSON.parse(head)).toEqual(JSON.parse(linesOf(town).split('\n')[0] ?? ''))
  expect(events).toEqual(linesOf(town).split('\n').slice(1))
  expect(await pulled('again.json')).toBe(`${JSON.stringify(town, null, 2)}\n`)
  const printed = await jishi(['pull', 'town-2020', '--to', real.origin])
  expect(printed).toEqual({ code: 0, stderr: '', stdout: `${JSON.stringify(town, null, 2)}\n` })
  expect(await publish(file)).toMatchObject({ json: { outcome: 'unchanged', edition: 1 } })
})

test('is not pulled from parts that are damaged, which is told', async () => {
  const file = join(folder, 'town.ndjson')
  writeFileSync(file, linesOf(town))
  await publish(file)
  const { stored, bytes } = real.service.kv
  const again = join(folder, 'again.ndjson')
  const pull = () => jishi(['pull', 'town-2020', '-o', again, '--to', real.origin])
  for (const part of ['a0', 'e0']) {
    const key = [...stored.keys(), ...bytes.keys()].find((own) => own.endsWith(`/${part}`)) ?? ''
    const [text, packed] = [stored.get(key), bytes.get(key)]
    if (text) stored.set(key, { ...text, value: text.value.replace('2020', '2021') })
    if (packed) bytes.set(key, packed.slice(0, -1))
    const { code, stderr } = await pull()
    expect([part, code, stderr]).toEqual([part, 4, expect.stringContaining('arrived damaged')])
    expect(readdirSync(folder)).toEqual(['town.draft.json', 'town.ndjson'])
    const repaired = await jishi(['repair', 'town-2020', '--to', real.origin])
    expect(repaired.stdout).toContain('town-2020: the parts of 1-u1 were uploaded')
    if (text) stored.set(key, text)
    if (packed) bytes.set(key, packed)
  }
  expect((await pull()).code).toBe(0)
})

test('is not published over by an edition that keeps what it cannot read', async () => {
  const file = join(folder, 'town.json')
  writeFileSync(file, JSON.stringify(town))
  await publish(file)
  const { stored } = real.service.kv
  const [key = '', text] = [...stored].find(([own]) => own.endsWith('/e0')) ?? []
  stored.set(key, { metadata: null, value: text?.value.replace('2020', '2021') ?? '' })
  writeFileSync(file, JSON.stringify({ ...town, language: 'en' }))
  expect(await publish(file)).toMatchObject({
    ending: 'unavailable',
    text: expect.stringContaining('edition 1 of town-2020 arrived damaged') as string,
  })
})

test('an edition that follows keeps the revisions of what it does not change', async () => {
  const file = join(folder, 'town.json')
  writeFileSync(file, JSON.stringify(town))
  await publish(file)
  const [first, , ...others] = town.events
  const events = [{ ...first, title: 'another' }, ...others, event({ id: 'new' })]
  writeFileSync(file, JSON.stringify({ ...town, events }))
  expect(await publish(file)).toMatchObject({
    ending: 'done',
    json: { edition: 2, counts: { added: 1, changed: 1, removed: 1 } },
  })
  expect(await sequences()).toEqual({
    ...Object.fromEntries(others.map(({ id }) => [id, 0])),
    'e-0': 1,
    new: 0,
  })
})

test('a timeline that grows out of one request keeps the revisions that it had', async () => {
  const file = join(folder, 'town.json')
  writeFileSync(file, JSON.stringify(town))
  expect((await jishi(['publish', file, '--to', real.origin, '--yes'])).code).toBe(0)
  const [first, ...others] = town.events
  writeFileSync(
    file,
    JSON.stringify({ ...town, events: [{ ...first, title: 'another' }, ...others] }),
  )
  expect(await publish(file)).toMatchObject({
    ending: 'done',
    json: { edition: 2, counts: { added: 0, changed: 1, removed: 0 } },
  })
  expect(await sequences()).toEqual({
    ...Object.fromEntries(others.map(({ id }) => [id, 0])),
    'e-0': 1,
  })
})

test('edits over an edition that was uploaded are pulled in their places, and keep their revisions', async () => {
  const file = join(folder, 'town.json')
  writeFileSync(file, JSON.stringify(town))
  await publish(file)
  const edited = town.events.map((one, index) => (index === 4 ? { ...one, title: 'edited' } : one))
  const answer = await real.service.fetch('/v1/timelines/town-2020', {
    method: 'PATCH',
    headers: {
      authorization: 'Bearer editor-token',
      'content-type': 'application/vnd.jishi.edits+json',
      'if-match': '"1"',
    },
    body: JSON.stringify({ put: [edited[4], event({ id: 'new' })], drop: ['e-7'] }),
  })
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
  const now = {
    ...town,
    events: [...edited.filter(({ id }) => id !== 'e-7'), event({ id: 'new' })],
  }
  expect(JSON.parse(await pulled('again.json'))).toEqual(now)
  const events = now.events.map((one, index) => (index === 0 ? { ...one, title: 'another' } : one))
  writeFileSync(join(folder, 'again.json'), JSON.stringify({ ...now, events }))
  expect(await publish(join(folder, 'again.json'))).toMatchObject({
    ending: 'done',
    json: { edition: 3, counts: { added: 0, changed: 1, removed: 0 } },
  })
  expect(await sequences()).toMatchObject({ 'e-0': 2, 'e-1': 0, 'e-4': 1, new: 0 })
})

const patches = (): number => real.calls.filter((call) => call.startsWith('PATCH')).length

test('where little changed edits are sent, again after a broken connection, and never twice', async () => {
  const file = join(folder, 'town.json')
  const write = (changed: TimelineDocument) => writeFileSync(file, JSON.stringify(changed))
  write(town)
  await publish(file)
  const before = uploads()
  const [first, second, ...others] = town.events
  const changed = {
    ...town,
    title: 'Another town',
    description: 'Of edits',
    actors: [...town.actors, actor({ id: 'new-actor' })],
    events: [
      { ...first!, title: 'another' },
      ...others,
      event({ id: 'new', date: '2020-03-01', kind: 'point', actors: ['new-actor'] }),
    ],
  }
  write(changed)
  real.gate = ({ method }, response) => method === 'PATCH' && response.destroy() !== undefined
  expect((await publish(file)).ending).toBe('unavailable')
  real.gate = undefined
  const remembered = readFileSync(join(folder, 'town.draft.json'), 'utf8')
  expect(await publish(file)).toMatchObject({
    ending: 'done',
    json: {
      edition: 2,
      outcome: 'created',
      counts: { added: 1, changed: 1, removed: 1, parts: 3 },
    },
  })
  expect([uploads() - before, patches()]).toEqual([0, 2])
  expect(JSON.parse(await pulled('again.json'))).toEqual(changed)
  // As if the answer had been lost: nothing beside the file knows of the edition.
  writeFileSync(join(folder, 'town.draft.json'), remembered)
  expect(await publish(file)).toMatchObject({ json: { outcome: 'unchanged', edition: 2 } })
  // Edits over edits, one of which takes back what another did.
  write({ ...changed, events: [second!, ...changed.events.slice(1)] })
  expect(await publish(file)).toMatchObject({
    json: { edition: 3, counts: { added: 1, changed: 0, removed: 1 } },
  })
  expect(patches()).toBe(3)
  // What edits cannot say.
  const english = { ...changed, language: 'en' }
  write(english)
  expect(await publish(file)).toMatchObject({ json: { edition: 4, counts: { added: 1 } } })
  expect([patches(), JSON.parse(await pulled('again.json'))]).toEqual([3, english])
  // A term may be allowed, and not be taken away.
  write({ ...english, allowTerms: ['住院'] })
  expect([(await publish(file)).ending, patches()]).toEqual(['done', 4])
  write(english)
  expect([(await publish(file)).ending, patches()]).toEqual(['done', 4])
})

/** What readers get of each event, in their order. */
async function shown(service: MemoryService, id: string): Promise<unknown> {
  service.clock.now += 10_000
  const lines = await (await service.fetch(`/v1/timelines/${id}/events.ndjson`)).text()
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const event = JSON.parse(line) as Record<string, unknown>
      for (const own of ['published', 'modified', 'links']) Reflect.deleteProperty(event, own)
      return event
    })
}

test('whatever was changed, readers get what the whole document would give', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(histories, histories, async (...steps) => {
      const whole = await createMemoryService()
      const id = `town-${number++}`
      const file = join(folder, `${id}.json`)
      // Some on one day, in the order of the document.
      const events = town.events.map((one, index) =>
        index % 3 === 0 ? { ...one, date: '2020-02-28' } : one,
      )
      let now: TimelineDocument = { ...town, id, events }
      let base = 0
      for (const change of [(same: TimelineDocument) => same, ...steps]) {
        now = change(now)
        writeFileSync(file, JSON.stringify(now))
        const { ending } = await publish(file)
        if (ending !== 'done') return
        await whole.publish(now, base)
        whole.clock.now += 10_000
        const answer = await whole.fetch(`/v1/timelines/${id}`)
        base = ((await answer.json()) as { edition: EditionEntry }).edition.number
        expect(await shown(real.service, id)).toEqual(await shown(whole, id))
      }
    }),
    { numRuns: isFull ? 40 : 4 },
  )
  expect(patches()).toBeGreaterThan(0)
})

test('nothing is published over an edition that the document did not begin from, unless it is named', async () => {
  const [mine, other] = [join(folder, 'mine.json'), join(folder, 'other.json')]
  writeFileSync(mine, JSON.stringify(town))
  await publish(mine)
  writeFileSync(other, JSON.stringify({ ...town, title: 'another' }))
  const refused = await publish(other)
  expect(refused.ending).toBe('conflict')
  expect(refused.text).toContain('--onto')
  expect(await publish(other, { onto: 1 })).toMatchObject({ ending: 'done', json: { edition: 2 } })
})

test('what was taken down comes back by --onto, whether it changed or not, and by nothing else', async () => {
  const file = join(folder, 'town.ndjson')
  writeFileSync(file, linesOf(town))
  await publish(file)
  for (const [down, title] of [
    [2, town.title],
    [4, 'another'],
  ] as const) {
    await jishi(['delete', 'town-2020', '--yes', '--to', real.origin])
    writeFileSync(file, linesOf({ ...town, title }))
    const before = real.calls.length
    const refused = await publish(file)
    expect(refused).toMatchObject({
      ending: 'conflict',
      text: expect.stringContaining(`--onto ${down} says so`) as string,
    })
    expect(await publish(file, { onto: down - 1 })).toMatchObject({ ending: 'conflict' })
    expect(await publish(file, { onto: down + 1 })).toMatchObject({ ending: 'absent' })
    expect(real.calls.slice(before).filter((call) => call.includes('/uploads'))).toEqual([])
    expect(await publish(file, { onto: down })).toMatchObject({
      ending: 'done',
      json: { base: down, edition: down + 1, outcome: 'created' },
    })
  }
  // As calendars know them from edition 1.
  expect(await sequences()).toMatchObject({ 'e-0': 4 })
})

test('a person is asked whether what was taken down comes back', async () => {
  const file = join(folder, 'town.json')
  const to = ['--to', real.origin]
  writeFileSync(file, JSON.stringify(town))
  await jishi(['publish', file, '--yes', ...to])
  await jishi(['delete', 'town-2020', '--yes', ...to])
  const summary = 'Long. '.repeat(800)
  const large = Array.from({ length: 1_300 }, (_, index) =>
    event({ id: `large-${index}`, summary }),
  )
  writeFileSync(file, JSON.stringify({ ...town, events: large }))
  const { stdout, stderr } = await jishi(['publish', file, ...to], {}, ['n'])
  expect(stdout).toContain('from edition 2, with which it was taken down')
  expect(stdout).toContain('The editions before the takedown stay taken (410)')
  expect(stderr).toContain('Bring it back, and publish this as edition 3? [y/N]')
  const dry = await jishi(['publish', file, '--dry-run', ...to])
  expect(dry.stdout).toMatch(/Of more than 5 MB a dry run does not ask/)
})

test('a base document says which edition it began from', async () => {
  const [file, base] = [join(folder, 'town.ndjson'), join(folder, 'before.ndjson')]
  const write = (path: string, more: Partial<TimelineDocument>) =>
    writeFileSync(path, linesOf({ ...town, ...more }))
  const forget = () => rmSync(join(folder, 'town.draft.json'))
  write(file, {})
  expect(await publish(file, { baseDocument: join(folder, 'none') })).toMatchObject({
    ending: 'usage',
    text: expect.stringContaining('there is no such file') as string,
  })
  writeFileSync(base, '')
  expect(await publish(file, { baseDocument: base })).toMatchObject({ json: { edition: 1 } })
  // Edition 2 is made by edits, and has another digest than its document.
  for (const edition of [2, 3]) {
    forget()
    write(base, edition === 2 ? {} : { title: 'title 2' })
    write(file, { title: `title ${edition}` })
    const published = await publish(file, { baseDocument: base })
    expect(published).toMatchObject({ ending: 'done', json: { edition } })
  }
  forget()
  write(file, { title: 'title 4' })
  expect(await publish(file, { baseDocument: base })).toMatchObject({ ending: 'conflict' })
  expect(await publish(file, { baseDocument: base, onto: 3 })).toMatchObject({
    ending: 'usage',
    text: expect.stringContaining('is not the document of edition 3') as string,
  })
  writeFileSync(base, '{"id": "town-2020"}\n')
  expect(await publish(file, { baseDocument: base })).toMatchObject({
    ending: 'usage',
    text: expect.stringContaining('is not a document of a timeline') as string,
  })
})

test('faults are told before any service is asked', async () => {
  const file = join(folder, 'town.json')
  writeFileSync(file, JSON.stringify({ ...town, events: [event({ date: 'soon' })] }))
  const { ending, text } = await publish(file)
  expect(ending).toBe('refused')
  expect(text).toContain('/events/0/date (branches-formed) invalid-date')
  expect(real.calls).toEqual([])
})
