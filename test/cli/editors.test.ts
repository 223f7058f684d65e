// What a document began from, as draft.json, --onto and a base document say it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { printedLines } from '../../src/cli/document/lines-document.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, event } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

const file = (content: TimelineDocument, name?: string) => writeDocument(folder, content, name)

/** The document of the tests with another date of its first event. */
const redated = (date: string) =>
  document({ events: [event({ date }), document().events[1] ?? event()] })

const publish = (path: string, argv: readonly string[], answers?: readonly string[]) =>
  jishi(['publish', path, '--to', real.origin, '--wait', '5', ...argv], {}, answers)

const log = async () =>
  (await (await real.service.fetch('/v1/timelines/town-2020/editions')).json()) as {
    readonly editions: readonly object[]
  }

describe('two editors who began from one edition', () => {
  /** Each in a folder of its own, with the document as it was pulled. */
  async function editors(): Promise<readonly [string, string]> {
    await publish(file(document()), ['--yes'])
    const places = ['a', 'b'].map((name) => join(folder, name, 'timeline.json'))
    for (const place of places) await jishi(['pull', 'town-2020', '-o', place, '--to', real.origin])
    return [places[0]!, places[1]!]
  }
  const edited = (path: string, changes: Partial<TimelineDocument>): string => {
    writeFileSync(path, JSON.stringify({ ...document(), ...changes }))
    return path
  }

  test('do not undo each other: what only one changed is merged [fault 9.1]', async () => {
    const [a, b] = await editors()
    expect((await publish(edited(a, redated('2020-02-02/2020-02-10')), ['--yes'])).code).toBe(0)
    const { code, stdout } = await publish(edited(b, { credit: 'B' }), ['--yes'])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /somebody published edition 2 .*meanwhile\nSince edition 1: 1 event changed/,
    )
    expect(stdout).toContain('Date: 1–10 February 2020 → 2–10 February 2020')
    const { stdout: newest } = await jishi(['pull', 'town-2020', '--to', real.origin])
    expect(JSON.parse(newest)).toEqual({ ...redated('2020-02-02/2020-02-10'), credit: 'B' })
  })

  test('go on from the file that was merged, which is not the newest edition [fault 9.1]', async () => {
    const [a, b] = await editors()
    await publish(edited(a, { credit: 'A' }), ['--yes'])
    await publish(edited(b, redated('2020-02-02/2020-02-10')), ['--yes'])
    // The file of B still lacks the credit: to publish it again is no wish to remove it.
    const again = await publish(b, ['--yes'])
    expect(again).toMatchObject({ code: 0 })
    expect(again.stdout).toContain('edition 3 of town-2020 stays as it is')
    const next = await publish(edited(b, redated('2020-02-03/2020-02-10')), ['--yes'])
    expect(next.code).toBe(0)
    const { stdout: newest } = await jishi(['pull', 'town-2020', '--to', real.origin])
    expect(JSON.parse(newest)).toEqual({ ...redated('2020-02-03/2020-02-10'), credit: 'A' })
  })

  test('do not bring back what was taken down, unless that is meant [fault 9.1]', async () => {
    const [a] = await editors()
    await jishi(['delete', 'town-2020', '--yes', '--to', real.origin])
    const { code, stderr } = await publish(edited(a, { credit: 'A' }), ['--yes'])
    expect({ code, editions: (await publish(a, ['--dry-run'])).stdout }).toMatchObject({
      code: 3,
      editions: expect.stringContaining('with which it was taken down'),
    })
    expect(stderr).toContain('edition 2 took town-2020 down')
    const asked = await publish(a, [], ['n'])
    expect(asked.stdout).toMatch(/before the takedown stay taken \(410\).+until a rollback to one/)
    expect(asked.stderr).toContain('Bring it back, and publish this as edition 3?')
    expect((await publish(a, ['--yes', '--onto', '2'])).code).toBe(0)
    const editions = await real.service.fetch('/v1/timelines/town-2020/editions/1')
    expect(editions.status).toBe(410)
    expect((await publish(edited(a, { credit: 'B' }), ['--yes'])).stdout).not.toContain('(410)')
  })

  test('follow each other where each has what the other published [fault 9.1]', async () => {
    const [a, b] = await editors()
    await publish(edited(a, { credit: 'A' }), ['--yes'])
    await jishi(['pull', 'town-2020', '-o', b, '--force', '--to', real.origin])
    expect((await publish(edited(b, { credit: 'A and B' }), ['--yes'])).code).toBe(0)
    expect((await publish(edited(b, { credit: 'B' }), ['--yes'])).code).toBe(0)
    expect((await publish(edited(a, { credit: 'A again' }), ['--yes'])).code).toBe(3)
    expect((await log()).editions).toHaveLength(4)
  })

  test('a document that no one knows the base of is not published unasked [fault 9.1]', async () => {
    await editors()
    const other = file(document({ credit: 'C' }), 'other.json')
    const { code, stderr } = await publish(other, ['--yes'])
    expect(code).toBe(3)
    expect(stderr).toContain('Nothing says which edition this document began from')
    const listed = await publish(other, ['--yes', '--json'])
    expect(JSON.parse(listed.stdout)).toMatchObject({
      ending: 'conflict',
      choices: [expect.objectContaining({ field: 'credit' })],
    })
    expect((await log()).editions).toHaveLength(1)
    expect((await publish(other, ['--yes', '--onto', '1'])).code).toBe(0)
  })

  test('an edition that never was is no base', async () => {
    await editors()
    const never = file(document({ credit: 'C' }), 'never.json')
    const { code, stderr } = await publish(never, ['--yes', '--onto', '99'])
    expect(code).toBe(6)
    expect(stderr).toContain('there is no edition 99 of town-2020: the newest is 1')
    expect((await log()).editions).toHaveLength(1)
  })

  test('a change back to an older value is marked as undoing it [fault 9.1]', async () => {
    await editors()
    const path = file(redated('2020-02-02/2020-02-10'))
    await publish(path, ['--yes'])
    const { stdout } = await publish(file(document()), ['--dry-run', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      undoes: [{ part: 'event', id: 'branches-formed', field: 'date', edition: 2 }],
    })
    const [, kept = event()] = document().events
    const { stdout: words } = await publish(file(document({ events: [kept] })), ['--dry-run'])
    expect(words).toContain('Was withdrawn meant?')
  })

  test('the document of the commit before names the base [fault 9.1]', async () => {
    await publish(file(document()), ['--yes'])
    const before = file(document(), 'before.json')
    const next = file(document({ credit: 'next' }), 'next.json')
    const by = ['--yes', '--base-document', before]
    expect((await publish(next, by)).code).toBe(0)
    const unpublished = file(document({ credit: 'unpublished' }), 'unpublished.json')
    const lost = await publish(file(document({ credit: 'x' }), 'x.json'), [
      '--yes',
      '--base-document',
      unpublished,
    ])
    expect(lost).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`no kept edition has the content of ${unpublished}`),
    })
    const lines = join(folder, 'next.ndjson')
    writeFileSync(lines, printedLines(document({ credit: 'next' })))
    const onLines = ['--yes', '--dry-run', '--base-document', lines]
    expect(await publish(file(document({ credit: 'y' }), 'y.json'), onLines)).toMatchObject({
      code: 0,
    })
    // Somebody else published since: the commit before is no longer what is served.
    expect((await publish(file(document({ credit: 'late' }), 'late.json'), by)).code).toBe(3)
    const empty = join(folder, 'empty.json')
    writeFileSync(empty, '')
    const first = { ...document(), id: 'village-2020' }
    expect((await publish(file(first, 'v.json'), ['--yes', '--base-document', empty])).code).toBe(0)
    expect(
      (
        await publish(file({ ...first, credit: 'x' }, 'w.json'), [
          '--yes',
          '--base-document',
          empty,
        ])
      ).code,
    ).toBe(3)
  })
})
