// Uploads to the Durable Object, over the real KV of the runtime: its memory is lost between the steps.
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { documentDigest } from '../../src/edition/digest.ts'
import { checksumOf } from '../../src/edition/segment/checksums.ts'
import { checksumOfParts } from '../../src/edition/upload/verify.ts'
import { createSqliteLog } from '../../src/host/cloudflare/sqlite-log.ts'
import { leaseFor } from '../../src/store/publish/leases.ts'
import { collectAfter } from '../../src/store/publish/segments.ts'
import { document, event } from '../support/document.ts'
import { framed, packUpload } from '../support/pack-upload.ts'

test('an upload goes on after each eviction, and what it leaves behind is planned to be deleted', async () => {
  const id = 'uploading'
  const stub = () => env.PUBLISHER.getByName(id)
  const whole = document({ id })
  const digest = await documentDigest(whole)
  const own = { timeline: id, base: 0, by: 'test' }
  const wanted = { ...own, digest, bytes: 100_000, parts: 20, document: { ...whole, events: [] } }
  const first = await stub().lease(wanted)
  expect(first).toMatchObject({ ok: true, value: { segment: '1-u1', isNew: true, uploaded: [] } })
  if (!first.ok) return
  const { root, parts } = await packUpload(whole, first.value)
  const all = [...parts]
  const { segment } = root
  for (const some of [all.slice(0, 2), all.slice(2)]) {
    await evictDurableObject(stub())
    const body = await framed(new Map(some))
    const outcome = await stub().upload({ timeline: id, segment, body })
    expect(outcome).toMatchObject({ ok: true, value: { stored: some.map(([part]) => part) } })
  }
  await evictDurableObject(stub())
  const again = await stub().lease(wanted)
  const names = [...parts.keys()].toSorted()
  expect(again.ok && again.value.uploaded.map(({ part }) => part).toSorted()).toEqual(names)
  for (const [part, bytes] of parts) {
    const stored = await env.TIMELINES.get(`segment/${id}/${segment}/${part}`, 'arrayBuffer')
    expect([part, stored && new Uint8Array(stored)]).toEqual([part, new Uint8Array(bytes)])
  }
  // Another one that nobody goes on with.
  await stub().lease({ ...wanted, digest: 'f'.repeat(64) })
  const told = await Promise.all(
    all.map(async ([part, bytes]) => ({ part, sha256: await checksumOf(bytes) })),
  )
  const checksum = await checksumOfParts(told)
  await evictDurableObject(stub())
  const committed = await stub().commitSegment({ ...own, root, parts: parts.size, checksum })
  expect(committed).toMatchObject({ ok: true, value: { outcome: 'created', visible: true } })
  await evictDurableObject(stub())
  const drop = [whole.events[0]?.id ?? '']
  const edited = await stub().edit({ ...own, base: 1, edits: { drop } })
  expect(edited).toMatchObject({ value: { entry: { number: 2, events: 1 }, visible: true } })
  await runInDurableObject(stub(), (_, { storage }) => {
    const log = createSqliteLog(storage)
    expect(log.segments()).toMatchObject([
      { segment: '1-u1', expires: null, editions: [1, 2] },
      { segment: '1-u2', editions: [] },
    ])
    expect([log.material(1), log.material(2)]).toMatchObject([
      { document: { id } },
      { document: { id } },
    ])
    const planned = log.tasks().filter(({ kind }) => kind === 'collect')
    expect(planned.map(({ number }) => number)).toEqual([1, 2])
    const soonest = Math.min(...planned.map(({ notBefore }) => notBefore))
    expect(soonest - Date.parse(first.value.instant)).toBeGreaterThanOrEqual(
      leaseFor + collectAfter,
    )
    const uploaded = log.uploaded(1)
    expect(log.uploadedSize(1)).toEqual({
      parts: uploaded.length,
      bytes: uploaded.reduce((sum, { bytes }) => sum + bytes, 0),
    })
    expect(uploaded.length).toBeGreaterThan(0)
    expect(log.uploadedOf(1, ['d0', 'nothing'])).toEqual(
      uploaded.filter(({ part }) => part === 'd0'),
    )
    expect(log.uploadedSize(7)).toEqual({ parts: 0, bytes: 0 })
    log.dropSegment(2)
    expect([log.segments().length, log.nextSerial(), log.uploaded(2)]).toEqual([1, 3, []])
  })
})

test('an upload over another one is compared with it in the object', async () => {
  const id = 'uploading-anew'
  const stub = () => env.PUBLISHER.getByName(id)
  const upload = async (whole: TimelineDocument, base: number) => {
    const own = { timeline: id, base, by: 'test' }
    const digest = await documentDigest(whole)
    const empty = { ...whole, events: [] }
    const lease = await stub().lease({ ...own, digest, bytes: 100_000, parts: 20, document: empty })
    if (!lease.ok) throw new Error(lease.failure.reason)
    const { root, parts } = await packUpload(whole, lease.value)
    await stub().upload({ timeline: id, segment: root.segment, body: await framed(parts) })
    const told = await Promise.all(
      Array.from(parts, async ([part, bytes]) => ({ part, sha256: await checksumOf(bytes) })),
    )
    const checksum = await checksumOfParts(told)
    return stub().commitSegment({ ...own, root, parts: parts.size, checksum })
  }
  const events = ['a', 'b', 'c'].map((one) => event({ id: one }))
  await upload(document({ id, events }), 0)
  await evictDurableObject(stub())
  const after = [event({ id: 'a', title: 'Another' }), event({ id: 'c' }), event({ id: 'd' })]
  const committed = await upload(document({ id, events: after }), 1)
  const changes = { added: [{ id: 'd' }], changed: [{ id: 'a' }], removed: [{ id: 'b' }] }
  expect(committed).toMatchObject({ ok: true, value: { changes } })
  await runInDurableObject(stub(), (_, { storage }) => {
    expect(createSqliteLog(storage).latest()?.head.removed).toEqual(['b'])
  })
})
