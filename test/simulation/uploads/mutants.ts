// Leases, uploads, commits, edits, packing and collection with one guard taken out at a time.
import type { Change } from '../code.ts'
import type { UploadPlan } from './setting.ts'
import { loadSmall, type SmallCode } from './small.ts'

export interface UploadMutant {
  readonly name: string
  readonly changes: readonly Change[]
  /** What the simulation says of it, at least. */
  readonly violates: RegExp
  /** What is looked at more closely, to find it sooner. */
  readonly focus?: Partial<UploadPlan>
}

const calm = { crashes: 0, fatal: 0, faults: { reads: 0, writes: 0 } }
const calmUploads = { ...calm, clients: 2, publishes: 4, likes: 'upload' } as const
const calmEdits = { ...calm, clients: 1, publishes: 8, likes: 'edit' } as const
const calmDocuments = { ...calm, clients: 1, publishes: 8, likes: 'document' } as const
const failing = { crashes: 0, fatal: 0.15, faults: { reads: 0, writes: 0.2 } }
const mischief = { ...calmUploads, isMischievous: true } as const

const one = (file: string, original: string, changed: string): readonly Change[] => [
  { file, original, changed },
]
const segments = 'src/store/publish/segments.ts'
const leases = 'src/store/publish/leases.ts'
const uploaded = 'src/store/publish/uploaded.ts'
const copies = 'src/store/publish/copies.ts'

export const uploadMutants: readonly UploadMutant[] = [
  {
    name: 'a lease is dropped once its parts are there',
    changes: one(
      leases,
      '  await each(accepted.value, async',
      '  if (isLeased) log.noteSegment({ ...renewed, expires: now() })\n  await each(accepted.value, async',
    ),
    violates: /lost: a lease/,
    focus: calmUploads,
  },
  {
    name: 'a commit does not hold its segment',
    changes: one('src/store/publish/compare-and-set.ts', '  holdSegment(next.head, log)\n', ''),
    violates: /deleted: a part that edition|unreadable/,
    focus: calmUploads,
  },
  {
    name: 'only the commit holds its segment, not the edits and roll backs after it',
    changes: one(
      segments,
      'base?.uploaded === undefined) return\n',
      'base?.uploaded === undefined || segment.expires === null) return\n',
    ),
    violates: /deleted: a part that edition|unreadable/,
    focus: calmEdits,
  },
  {
    name: 'a commit with a part missing',
    changes: [
      ...one(
        'src/edition/upload/verify.ts',
        "  if (missing.length > 0) return { kind: 'incomplete', missing }\n",
        '',
      ),
      ...one('src/edition/upload/verify.ts', '    wanted.size === told.size &&\n', ''),
      ...one(uploaded, 'uploaded.length !== parts || ', ''),
      ...one(uploaded, '(await checksumOfParts(uploaded)) !== checksum', "checksum === ''"),
    ],
    violates: /accepted: a commit (?:before its|of other) parts|threw/,
    focus: mischief,
  },
  {
    name: 'a part counts as there before it is',
    changes: one(
      uploaded,
      'const uploaded = log.uploaded(segment.serial).filter(({ isStored }) => isStored)',
      'const uploaded = log.uploaded(segment.serial)',
    ),
    violates: /unreadable|accepted: a commit before its parts/,
    focus: { ...calmUploads, faults: { reads: 0, writes: 0.2 } },
  },
  {
    name: 'a lease tells parts as there before they are',
    changes: one(
      leases,
      'const uploaded = log.uploaded(segment.serial).filter(({ isStored }) => isStored)',
      'const uploaded = log.uploaded(segment.serial)',
    ),
    violates: /lost: an upload/,
    focus: { ...calmUploads, faults: { reads: 0, writes: 0.2 } },
  },
  {
    name: 'the name of a part is not compared',
    changes: one(
      'src/edition/segment/parts.ts',
      "  if (label.part !== name) throw new DamagedPart(name, 'other-name')\n",
      '',
    ),
    violates: /accepted: a part of another name/,
    focus: mischief,
  },
  {
    name: 'swapped parts: events are not compared with what was written, nor their order',
    changes: [
      ...one(
        'src/edition/segment/lines.ts',
        "  if (checkedLabel(name, text.slice(0, ends[0]), linesForm).first !== first)\n    throw new DamagedPart(name, 'other-name')\n",
        '',
      ),
      ...one(
        'src/edition/upload/group.ts',
        "if (read.first !== state.first + state.next) throw badPart(frame.part, 'part-content')",
        'void 0',
      ),
      ...one('src/edition/upload/group.ts', "throw badPart(part, 'event-differs', line)", 'void 0'),
      ...one(
        'src/edition/upload/group.ts',
        "throw badPart(frame.part, 'event-out-of-order', line)",
        'void 0',
      ),
    ],
    violates: /accepted: swapped parts/,
    focus: mischief,
  },
  {
    name: 'another content replaces that of a part',
    changes: one(
      leases,
      "if (other !== undefined) return { reason: 'parts-differ'",
      "if (other === null) return { reason: 'parts-differ'",
    ),
    violates: /accepted: another content/,
    focus: mischief,
  },
  {
    name: 'a commit of other parts than those that are there',
    changes: one(uploaded, '(await checksumOfParts(uploaded)) !== checksum', "checksum === ''"),
    violates: /accepted: a commit of other parts/,
    focus: mischief,
  },
  {
    name: 'collection ignores leases',
    changes: [
      ...one(segments, '  if (segment.expires !== null && now < segment.expires) return\n', ''),
      ...one(leases, 'notBefore: expires + collectAfter', 'notBefore: 0'),
    ],
    violates: /deleted: a part of a lease|nothing is known of/,
    focus: calmUploads,
  },
  {
    name: 'collection ignores the editions that name a segment',
    changes: one(segments, ' || segment.editions.length > 0) return', ') return'),
    violates: /deleted: a part that edition|unreadable/,
    focus: calmUploads,
  },
  {
    name: 'collection before an upload that is under way has landed',
    changes: one(segments, 'collectAfter = 3_600_000', 'collectAfter = 0'),
    violates: /deleted: a part of a lease|never collected/,
    focus: { ...calmUploads, faults: { reads: 0, writes: 0.2 } },
  },
  {
    name: 'collection before a segment was superseded for an hour',
    changes: [
      ...one('src/store/publish/tasks.ts', 'forgetAfter = 3_600_000', 'forgetAfter = 0'),
      ...one(segments, 'notBefore: now + collectAfter', 'notBefore: 0'),
    ],
    violates: /readers may still need|unreadable|not there/,
    focus: calmEdits,
  },
  {
    name: 'a lease that nobody goes on with is never collected',
    changes: one(leases, '  planCollection(segment, log)\n', ''),
    violates: /never collected/,
    focus: calmUploads,
  },
  {
    name: 'a segment that nobody names any more is never collected',
    changes: one(
      segments,
      '  if (editions.length > 0) return\n  log.add',
      '  if (editions.length >= 0) return\n  log.add',
    ),
    violates: /never collected/,
    focus: calmUploads,
  },
  {
    name: 'a part is noted only once it is there',
    changes: one(
      leases,
      '  for (const { noted } of accepted.value) log.notePart(serial, noted)\n',
      '',
    ),
    violates: /never collected/,
    focus: { clients: 2, publishes: 4, likes: 'upload', fatal: 0.15 },
  },
  {
    name: 'a part is forgotten before it is deleted',
    changes: [
      ...one(segments, '    log.dropPart(serial, part)\n  })', '  })'),
      ...one(
        segments,
        '    await kv.delete(partKey(segment.timeline',
        '    log.dropPart(serial, part)\n    await kv.delete(partKey(segment.timeline',
      ),
    ],
    violates: /never collected/,
    focus: { clients: 2, publishes: 4, likes: 'upload', fatal: 0.15 },
  },
  {
    name: 'with what a segment was packed is known only while its own edition is kept',
    changes: one(leases, 'log.material(serial)?.stored ?? log.head', 'log.head'),
    violates: /lost for good|nothing is known of/,
    focus: calmEdits,
  },
  {
    name: 'only who leased a segment may send its parts again',
    changes: one(leases, 'isHeld(one) &&', 'isHeld(one) && one.by === by &&'),
    violates: /lost for good/,
    focus: calmUploads,
  },
  {
    name: 'the lease of an edition is refused once others follow',
    changes: one(
      leases,
      'if (held !== undefined)',
      'if (held?.edition === log.latest()?.entry.number)',
    ),
    violates: /lost for good|threw/,
    focus: calmEdits,
  },
  {
    name: 'the number of a segment is used again',
    changes: one(
      'test/support/memory-segments.ts',
      'nextSerial: () => last + 1',
      'nextSerial: () => segments.size + 1',
    ),
    violates: /refused: contradictory|torn/,
    focus: calmUploads,
  },
  {
    name: 'the head before the copy and its parts',
    changes: one('src/store/outbox.ts', "['edition', 'head', ", "['head', 'edition', "),
    violates: /a kept edition is not there|unreadable/,
    focus: { ...failing, publishes: 8, likes: 'document', readers: 3, reads: 12 },
  },
  {
    name: 'a copy before the parts that the object packs',
    changes: [
      ...one(
        copies,
        '  if (packed !== null) await writeParts(record, packed, { kv, written })\n',
        '',
      ),
      ...one(
        copies,
        '  // A repair writes all of them again.\n',
        '  if (packed !== null) void writeParts(record, packed, { kv, written }).catch(() => undefined)\n',
      ),
    ],
    violates: /unreadable|never collected/,
    focus: calmDocuments,
  },
  {
    name: 'the segment of an edition that is gone is deleted, though others lie over it',
    changes: one(segments, 'isForgotten && !needed.has(number)', 'isForgotten'),
    violates: /unreadable|deleted: a part that edition/,
    focus: calmDocuments,
  },
  {
    name: 'edits forget what earlier ones dropped',
    changes: one(
      'src/store/publish/edited.ts',
      'new Set([...base.drops, ...Array',
      'new Set([...Array',
    ),
    violates: /torn/,
    focus: calmEdits,
  },
  {
    name: 'as many edits over a segment as anybody likes',
    changes: one(
      'src/store/publish/edited.ts',
      'edited.length + drops.size > maxEdits',
      'edited.length > maxEdits * 99',
    ),
    violates: /too many edits/,
    focus: calmEdits,
  },
  {
    name: 'a damaged part of events stays at hand',
    changes: one(
      'src/edition/packed/segment-access.ts',
      '        sources.cache.drop(error.part)\n',
      '        throw error\n',
    ),
    violates: /unreadable: .*checksum-differs/,
    focus: { ...calmUploads, reads: 6, faults: { reads: 0.05, writes: 0 } },
  },
]

export async function loadUploadMutant(
  repository: string,
  { changes }: UploadMutant,
): Promise<{ readonly code: SmallCode; readonly remove: () => void }> {
  return loadSmall(repository, changes)
}
