// What an uploaded edition says it changed: the same as one that was sent whole, as far as it is listed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import {
  maxIdParts,
  maxListedChanges,
  uploadedChanges,
} from '../../src/store/publish/uploaded-changes.ts'
import { editsMediaType } from '../../src/http/request/body.ts'
import { document, event } from '../support/document.ts'
import { isFull } from '../support/extent.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { publishPacked } from '../support/upload.ts'

readPatiently()

const address = '/v1/timelines/town-2020'

const contentOf = (titles: ReadonlyMap<string, string>): TimelineDocument =>
  document({
    events: Array.from(titles, ([id, title]): AuthoredEvent => {
      // Of the same date, another order would be a change, too.
      const own = event({ id, title, date: `2020-0${1 + (Number(id.slice(1)) % 9)}` })
      return title === 'withdrawn' ? { ...own, status: 'withdrawn' } : own
    }),
  })

const json = async (service: MemoryService, path: string) =>
  (await (await service.fetch(`${address}${path}`)).json()) as Record<string, object>

async function sendWhole(service: MemoryService, base: number, body: object, method = 'PUT') {
  service.clock.now += 10_000
  const type = method === 'PATCH' ? { 'content-type': editsMediaType } : {}
  const headers = { ...writing(base), ...type }
  const answer = await service.fetch(address, { method, headers, body: JSON.stringify(body) })
  expect([200, 201]).toContain(answer.status)
}

async function restore(service: MemoryService, base: number, edition: number) {
  service.clock.now += 10_000
  const body = JSON.stringify({ edition })
  const answer = await service.fetch(`${address}/head`, {
    method: 'PUT',
    headers: writing(base),
    body,
  })
  expect(answer.status).toBe(200)
}

/** Events with the same titles are packed as those of an earlier edition. */
async function uploadOver(
  service: MemoryService,
  base: number,
  [before, after]: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>],
) {
  const { edition } = await json(service, '/editions/1')
  const at = { edition: 1, instant: (edition as { published: string }).published }
  const same = [...after].filter(([id, title]) => before.get(id) === title)
  const revisions = new Map(same.map(([id]) => [id, { first: at, changed: at }]))
  return publishPacked(service, contentOf(after), base, revisions)
}

/** What readers are told of an edition and of each event. */
async function told(service: MemoryService, number: number, ids: readonly string[]) {
  service.clock.now += 10_000
  const { changes, edition } = await json(service, `/editions/${number}`)
  const since = await json(service, `/changes?since=${number - 1}`)
  const statuses = await Promise.all(
    ids.map(async (id) => [id, (await service.fetch(`${address}/events/${id}`)).status]),
  )
  return { changes, counts: (edition as { changes: object }).changes, since, statuses }
}

const numbered = (count: number, title: string): ReadonlyMap<string, string> =>
  new Map(Array.from({ length: count }, (_, index) => [`e${index}`, title]))

const ids = [...numbered(9, '').keys()]

const titles = fc
  .tuple(...ids.map(() => fc.constantFrom('', 'one', 'two', 'withdrawn')))
  .map((own) => new Map(ids.map((id, at) => [id, own[at] ?? ''])))
  .map((all) => new Map([...all].filter(([, title]) => title !== '')))
  .filter(({ size }) => size > 0)

test('an upload over any edition, and a roll back, say what changed and what is gone, as if all was sent whole', async () => {
  await fc.assert(
    fc.asyncProperty(titles, titles, titles, fc.boolean(), async (a, b, c, isUploaded) => {
      const [whole, uploaded] = [await createMemoryService(), await createMemoryService()]
      await sendWhole(whole, 0, contentOf(a))
      if (isUploaded) await publishPacked(uploaded, contentOf(a))
      else await sendWhole(uploaded, 0, contentOf(a))
      // Edits lie over the segment, if there is one.
      const put = contentOf(b).events
      const drop = [...a.keys()].filter((id) => !b.has(id))
      for (const service of [whole, uploaded])
        await sendWhole(service, 1, { put, drop, texts: { title: 'Another' } }, 'PATCH')
      await sendWhole(whole, 2, contentOf(c))
      await uploadOver(uploaded, 2, [b, c])
      const wanted = await told(whole, 3, ids)
      expect(await told(uploaded, 3, ids)).toEqual(wanted)
      // Of what was not uploaded a roll back publishes the document.
      for (const [at, edition] of isUploaded ? [2, 1, 3].entries() : []) {
        for (const service of [whole, uploaded]) await restore(service, 3 + at, edition)
        const [wanted, { changes, statuses }] = [
          await told(whole, 4 + at, ids),
          await told(uploaded, 4 + at, ids),
        ]
        expect({ changes, statuses }).toEqual({
          changes: wanted.changes,
          statuses: wanted.statuses,
        })
      }
    }),
    { numRuns: isFull ? 100 : 5 },
  )
})

test('lists as many as are read, and counts the others', async () => {
  const service = await createMemoryService()
  const more = 20
  const before = numbered(2 * (maxListedChanges + more), 'one')
  const after = new Map(
    [...before.keys()].slice(0, maxListedChanges + more).map((id) => [id, 'two']),
  )
  await publishPacked(service, contentOf(before))
  await uploadOver(service, 1, [before, after])
  const { changes, counts } = await told(service, 2, [])
  const { changed, removed, leftOut } = changes as Record<string, unknown[]>
  expect([changed?.length, removed?.length]).toEqual([maxListedChanges, maxListedChanges])
  // They were packed as new ones.
  expect(leftOut).toEqual({ added: more, changed: 0, withdrawn: 0, removed: more })
  expect(counts).toMatchObject({
    added: more,
    changed: maxListedChanges,
    removed: maxListedChanges + more,
  })
  const gone = [...before.keys()].slice(maxListedChanges + more)
  const { statuses } = await told(service, 2, gone)
  expect(new Set(statuses.map(([, status]) => status))).toEqual(new Set([410]))
})

test('knows of an event that came back and went again that it is gone', async () => {
  const service = await createMemoryService()
  const [both, one] = [numbered(2, 'one'), numbered(1, 'one')]
  await publishPacked(service, contentOf(both))
  await uploadOver(service, 1, [both, one])
  await uploadOver(service, 2, [one, both])
  await sendWhole(service, 3, { drop: ['e1'] }, 'PATCH')
  const { since, statuses } = await told(service, 4, ['e0', 'e1'])
  expect([since['removed'], statuses]).toMatchObject([
    [{ id: 'e1' }],
    [
      ['e0', 200],
      ['e1', 410],
    ],
  ])
})

test.each(['t0', 'd0'])('counts where %s of the edition before is lost', async (part) => {
  const service = await createMemoryService()
  const [before, after] = [numbered(9, 'one'), numbered(7, 'two')]
  await publishPacked(service, contentOf(before))
  service.kv.bytes.delete(`segment/town-2020/1-u1/${part}`)
  await uploadOver(service, 1, [before, after])
  const { changes, statuses } = await told(service, 2, ['e8'])
  // Nothing was packed as of an earlier edition.
  const leftOut = { added: 7, changed: 0, withdrawn: 0, removed: 9 }
  expect(changes).toMatchObject({ added: [], changed: [], removed: [], leftOut })
  expect(statuses).toEqual([['e8', 404]])
})

test('reads nothing where the ids are in too many parts', async () => {
  const terms = Array.from({ length: maxIdParts }, (_, index) => `i${index}`)
  const root = { segment: '2-u2', form: 2, events: 9, edition: 2, terms }
  const read: string[] = []
  const readNone = async (names: readonly string[]) => {
    read.push(...names)
    return names.map(() => null)
  }
  const source = { bytes: readNone, texts: readNone }
  const previous = { base: null, adds: [], removed: [] }
  const upload = { previous, edition: 2, root, parts: [], totals: {} } as unknown
  const compared = await uploadedChanges(upload as Parameters<typeof uploadedChanges>[0], source)
  expect([compared, read]).toEqual([null, []])
})
