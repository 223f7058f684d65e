// The protocol with one guard taken out at a time. Those of leases, uploads and packed segments are in
// uploads/mutants.ts.
import { changedCopy, loadCode, type Change, type Code } from './code.ts'
import type { Plan } from './setting.ts'

export interface Mutant extends Change {
  readonly name: string
  /** What the simulation says of it, at least. */
  readonly violates: RegExp
  /** What is looked at more closely, to find it sooner. */
  readonly focus?: Partial<Plan>
}

const busyWriters = {
  interval: 0,
  writers: 3,
  publishes: 3,
  readers: 1,
  reads: 1,
  faults: { reads: 0, writes: 0.3 },
}
const racingWriters = { ...busyWriters, crashes: 0, faults: { reads: 0, writes: 0 } }
const busyReaders = { readers: 3, reads: 12, crashes: 0, faults: { reads: 0, writes: 0 } }

/** Every isolate has room for less than it is asked for, and who waited goes on in any order. */
const crowdedReaders = { ...busyReaders, reads: 4, isNew: false, crowded: true }

const expiringReaders = { ...busyReaders, expires: true }

/** Something else may come between. */
const pause = "await crypto.subtle.digest('SHA-256', new Uint8Array(0))"

export const mutants: readonly Mutant[] = [
  {
    name: 'no compare before the set',
    file: 'src/store/publish/compare-and-set.ts',
    original: 'if (candidate.base !== (current?.number ?? 0)) return',
    changed: 'if (candidate.base > (current?.number ?? 0)) return',
    violates: /double winner/,
  },
  {
    name: 'a wait between the alarm and the edition',
    file: 'src/store/publish/compare-and-set.ts',
    original: '  const appended = log.append(',
    changed: `  ${pause}\n  const appended = log.append(`,
    violates: /never visible/,
    focus: { crashes: 12 },
  },
  {
    name: 'a number that was taken meanwhile counts as won',
    file: 'src/store/publish/compare-and-set.ts',
    original: `  const appended = log.append(next, tasksOf(next.head, previous, now()))
  if (!appended.ok) return lose(candidate, parts)
`,
    changed: `  ${pause}
  log.append(next, tasksOf(next.head, previous, now()))
`,
    violates: /lost: an acknowledged edition/,
    focus: racingWriters,
  },
  {
    name: 'a repeated publish is a new one',
    file: 'src/store/publish/compare-and-set.ts',
    original: 'isSame && !givesBack && (base === entry.number - 1 || base === entry.number)',
    changed: 'isSame && base < 0',
    violates: /twice|refused/,
  },
  {
    name: 'a takedown of an emptied document is the same publish again',
    file: 'src/store/publish/compare-and-set.ts',
    original: 'entry.digest === stamp.digest && entry.removes === stamp.removes',
    changed: 'entry.digest === stamp.digest',
    violates: /lost: a takedown/,
    focus: { ...racingWriters, crashes: 0 },
  },
  {
    name: 'the list before head and copies',
    file: 'src/store/delivery.ts',
    original: "tasks.some(({ kind }) => kind === 'edition' || kind === 'head')",
    changed: 'tasks.length < 0',
    violates: /listed: an edition that is not there/,
    focus: { ...busyWriters, isNew: false },
  },
  {
    name: 'a roll back to the newest edition instead of the one that was asked for',
    file: 'src/store/publish/candidate.ts',
    original: 'commitDocument({ document, base, stamp, dryRun: false, restored: head }',
    changed:
      'commitDocument({ document: committing.log.latest()!.document, base, stamp, dryRun: false }',
    violates: /wrong: what was restored/,
  },
  {
    name: 'a repair of the head alone',
    file: 'src/store/publish/tasks.ts',
    original:
      "    ...copies.map(({ number }): Task => ({ kind: 'edition', number, notBefore: 0 })),\n",
    changed: '',
    violates: /never visible: the copy/,
    focus: { ...racingWriters, heals: true },
  },
  {
    name: 'what does not exist is remembered for ever',
    file: 'src/store/read/absences.ts',
    original: 'passed >= 0 && passed < freshFor',
    changed: 'passed < Infinity',
    violates: /never visible: not-found/,
    focus: { ...racingWriters, isNew: true },
  },
  {
    name: 'a head that is marked with the number of the edition before',
    file: 'src/store/publish/tasks.ts',
    original: '{ edition: latest.entry.number }',
    changed: '{ edition: latest.entry.number - 1 }',
    violates: /never visible|said visible/,
    focus: busyReaders,
  },
  {
    name: 'the head before the copy',
    file: 'src/store/outbox.ts',
    original: "['edition', 'head', ",
    changed: "['head', 'edition', ",
    violates: /a kept edition is not there/,
  },
  {
    name: 'tasks are not looked up again after each',
    file: 'src/store/delivery.ts',
    original: 'for (let tasks = nextDue(); tasks.length > 0; tasks = nextDue()) {',
    changed:
      'for (const tasks of parts.outbox.tasks().filter((one) => one.notBefore <= parts.now()).map((one) => [one])) {',
    violates: /a kept edition is not there|listed/,
    focus: { ...busyReaders, interval: 0, writers: 3, publishes: 3 },
  },
  {
    name: 'no grace for forgotten copies',
    file: 'src/store/publish/tasks.ts',
    original: 'export const forgetAfter = 3_600_000',
    changed: 'export const forgetAfter = 0',
    violates: /a kept edition is not there/,
    focus: busyReaders,
  },
  {
    name: 'no outbox: a task counts as done before it is',
    file: 'src/store/delivery.ts',
    original: '  await run(task)\n  outbox.done(task)',
    changed: '  outbox.done(task)\n  await run(task)',
    violates: /never visible|a kept edition is not there|listed/,
  },
  {
    name: 'no alarm with the edition',
    file: 'src/store/publish/compare-and-set.ts',
    original: '  parts.schedule(now() + backOff.first)\n  const appended',
    changed: '  const appended',
    violates: /never visible/,
  },
  {
    name: 'no alarm after a failure',
    file: 'src/store/delivery.ts',
    original: 'if (times.length > 0) parts.schedule(Math.min(...times))',
    changed: 'if (times.length > 99) parts.schedule(Math.min(...times))',
    violates: /never visible|never collected/,
  },
  {
    name: 'deliveries side by side',
    file: 'src/store/delivery.ts',
    original: 'queued ??= running.then(deliver, deliver)',
    changed: 'queued = deliver()',
    violates: /never visible/,
    focus: racingWriters,
  },
  {
    name: 'no confirmation of writes that may land late',
    file: 'src/store/delivery.ts',
    original: '  if (isMutable) outbox.add(confirm)\n',
    changed: '',
    violates: /never visible/,
  },
  {
    name: 'the confirmation is taken back while an older write is under way',
    file: 'src/store/delivery.ts',
    original: 'if (isMutable && !isDoubtful) outbox.done(confirm)',
    changed: 'if (isMutable) outbox.done(confirm)',
    violates: /never visible/,
  },
  {
    name: 'said visible before the head is written',
    file: 'src/store/publish/tasks.ts',
    original: "(task) => task.kind === 'head' || (",
    changed: "(task) => (task.kind === 'head' && task.number === number) || (",
    violates: /said visible/,
    focus: busyWriters,
  },
  {
    name: 'an older line replaces a newer one',
    file: 'test/support/memory-lines.ts',
    original: 'known.edition <= line.edition',
    changed: 'known.edition < 1e9',
    violates: /never visible: the line/,
    focus: busyWriters,
  },
  {
    name: 'a takedown that was undone still deletes',
    file: 'src/store/publish/tasks.ts',
    original: "return kind === 'forget' && isKept && number > takenThrough(kept)",
    changed: "return kind === 'forget' && isKept && number < 0",
    violates: /kept edition|never|a kept/,
  },
  {
    name: 'copies of a timeline taken down are never deleted',
    file: 'src/store/publish/tasks.ts',
    original: '      log.forget(number)\n',
    changed: '',
    violates: /never visible: the copy/,
  },
  {
    name: 'the checksum is not compared',
    file: 'src/edition/envelope.ts',
    original:
      "if ((await checksum(text, form)) !== label.sha256) return failed('checksum-differs')",
    changed: 'await sha256(text)',
    violates: /torn|slow|not served|stuck|not an|not iterable/,
  },
  {
    name: 'the key is not compared',
    file: 'src/edition/envelope.ts',
    original: "if (label.key !== key) return failed('other-key')\n",
    changed: '',
    violates: /torn|not iterable/,
  },
  {
    name: 'an isolate takes an older head',
    file: 'src/store/read/shelf.ts',
    original: 'version < atHand.version ? atHand',
    changed: 'version < 0 ? atHand',
    violates: /older than before/,
    focus: busyReaders,
  },
  {
    name: 'a request waits as long as the store likes',
    file: 'src/store/read/isolate-cache.ts',
    original: 'landing(underWay, end - now())',
    changed: 'landing(underWay, end - now() + loadTimeout * 100)',
    violates: /slow|stuck/,
  },
  {
    name: 'each of two reads of one request waits as long as one may',
    file: 'src/store/read/cached-store.ts',
    original: 'editions.get(editionKey(timeline, number), begun)',
    changed: 'editions.get(editionKey(timeline, number), now() + 0 * begun)',
    violates: /slow/,
  },
  {
    name: 'a failing store is not answered from what is at hand',
    file: 'src/store/read/isolate-cache.ts',
    original: "newest.kind === 'failure' ? failed(newest.failure)",
    changed: "newest.kind === 'failure' || newest.stale ? failed('unavailable')",
    violates: /not served/,
  },
  {
    name: 'what a load brings is dropped where it expired meanwhile',
    file: 'src/store/read/isolate-cache.ts',
    original: 'const landed = shelf.settle(key, flight, loaded, !isCurrent)',
    changed:
      "const landed = isCurrent ? shelf.settle(key, flight, loaded, false) : { kind: 'failure', failure: 'unavailable' }",
    violates: /unavailable without a fault/,
    focus: expiringReaders,
  },
  {
    name: 'who joined a read looks for its value, which others may have dropped',
    file: 'src/store/read/isolate-cache.ts',
    original: '      if (landed !== null) return landed\n',
    changed: '      if (landed !== null) return shelf.at(key) ?? late\n',
    violates: /unavailable without a fault/,
    focus: crowdedReaders,
  },
  {
    name: 'a value that does not fit is not given to who asked for it',
    file: 'src/store/read/shelf.ts',
    original: '      return keep(key, { ...content, kind: ',
    changed:
      "      keep(key, { ...content, kind: 'kept', order, checked, confirmed: time, stale: false })\n" +
      "      const left = kept.get(key)\n      if (left === undefined) return { kind: 'failure', failure: 'unavailable' }\n" +
      '      return keep(key, { ...content, kind: ',
    violates: /unavailable without a fault|not there/,
    focus: crowdedReaders,
  },
  {
    name: 'what expires is dropped',
    file: 'src/store/read/shelf.ts',
    original: 'kept.set(key, { ...atHand, checked: -Infinity })',
    changed: 'remove(key)',
    violates: /not served|older than before/,
    focus: expiringReaders,
  },
  {
    name: 'a head that is missing means that there is no such timeline',
    file: 'src/store/read/cached-store.ts',
    original: "return { kind: 'failure', failure: await absence(list, timeline) }",
    changed: "await absence(list, timeline)\n    return { kind: 'failure', failure: 'not-found' }",
    violates: /not found, but published/,
  },
  {
    name: 'a revision begins anew when its event returns',
    file: 'src/edition/compile.ts',
    original: 'first: firstOf(authored.id) ?? at',
    changed: 'first: before.get(authored.id)?.first ?? at',
    violates: /begun anew/,
  },
  {
    name: 'a part that changed raises no event that names it',
    file: 'src/edition/revisions.ts',
    original: '      ...participants(event).map((id) => actorsById?.get(id)),\n',
    changed: '',
    violates: /wrong: the revision/,
    focus: { ...busyReaders, interval: 0, writers: 3, publishes: 3 },
  },
  {
    name: 'what did not change counts as changed',
    file: 'src/edition/compile.ts',
    original: 'changed: isSame ? old.changed : at',
    changed: 'changed: isSame && false ? old.changed : at',
    violates: /wrong: the revision/,
    focus: { ...busyReaders, interval: 0, writers: 3, publishes: 3 },
  },
  {
    name: 'a part that changed keeps its revision',
    file: 'src/edition/compile.ts',
    original: 'changed: isSame ? before.changed : at',
    changed: 'changed: before?.changed ?? at',
    violates: /wrong: the revision/,
  },
  {
    name: 'a removed event is forgotten by the next edition',
    file: 'src/edition/compile.ts',
    original: ', ...(previous?.removed ?? [])]',
    changed: ']',
    violates: /forgotten: a removed event/,
  },
  {
    name: 'an edition is dated before another when the clock goes back',
    file: 'src/edition/next.ts',
    original: 'new Date(Math.max(instant, after))',
    changed: 'new Date(instant + 0 * after)',
    violates: /fallen/,
  },
  {
    name: 'a line of the list drops those of other timelines',
    file: 'test/support/memory-lines.ts',
    original: 'lines.set(line.id, line)',
    changed: 'lines.clear(), lines.set(line.id, line)',
    violates: /never visible: the line/,
    focus: { several: true },
  },
  {
    name: 'a head is written for whatever timeline has a history',
    file: 'src/store/publish/tasks.ts',
    original: 'const key = headKey(timeline)',
    changed: "const key = headKey('town-2020')",
    violates: /never visible: the head/,
    focus: { several: true },
  },
]

/** Loads the code with one text replaced. */
export async function loadMutant(
  repository: string,
  mutant: Mutant,
): Promise<{ code: Code; remove: () => void }> {
  const { folder, remove } = changedCopy(repository, [mutant])
  return { code: await loadCode(folder), remove }
}
