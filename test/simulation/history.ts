// A timeline that was published ten times over a month, so that each further edition ends one.
import { documentDigest } from '../../src/edition/digest.ts'
import { wrap } from '../../src/edition/envelope.ts'
import type { Head } from '../../src/edition/head.ts'
import { nextEdition } from '../../src/edition/next.ts'
import type { EditionRecord } from '../../src/store/publish/edition-log.ts'
import { lineOf, type TimelineLine } from '../../src/store/values.ts'
import { document, event, source } from '../support/document.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import { randomOf } from './random.ts'

export const timeline = 'town-2020'

/** The clock of a schedule begins here; the history lies before. */
export const beginning = Date.parse('2026-03-01T00:00:00Z')

const day = 86_400_000

/** What is left when every event is taken out: a takedown of it has the same content. */
export const emptied = (): TimelineDocument => document({ events: [] })

/** A document that no other publish has; other parts come, go and change with its title. */
export function documentTitled(title: string): TimelineDocument {
  const plain = document()
  const chance = randomOf(
    Array.from(title, (letter) => letter.codePointAt(0)!).reduce(
      (sum, code) => Math.imul(sum, 31) + code,
      7,
    ),
  )
  const either = <Value>(one: Value, other: Value): Value => (chance() < 0.7 ? one : other)
  return document({
    title: either('小镇', '小城'),
    themes: plain.themes.map((theme) => ({ ...theme, color: either(1, 2) })),
    actors: plain.actors.map((actor) =>
      actor.id === 'town' ? { ...actor, name: either('镇', '村') } : actor,
    ),
    sources: [source({ title: either('镇报', '晚报') })],
    events: [
      event({ title }),
      ...either([event({ id: 'second', actors: ['enterprises'] })], []),
      ...either(
        [event({ id: 'third', themes: ['reopening'], status: either('confirmed', 'withdrawn') })],
        [],
      ),
    ],
  })
}

export interface History {
  readonly records: readonly EditionRecord[]
  readonly line: TimelineLine
  readonly stored: readonly Stored[]
  /** The head of another timeline, which must never be taken for that of this one. */
  readonly other: Stored
  /** Heads and copies of timelines that nobody writes. */
  readonly neighbours: readonly Stored[]
}

/** Timelines that are published for the first time beside it, where a plan wants several. */
export const newcomers = ['town-b', 'a-town']

/** Timelines that nobody writes, beside the one that is published. */
export const neighbours = ['city-a', 'city-b', 'city-c']

/** @example isOfAnother('edition/city-a/3') → true */
export const isOfAnother = (key: string): boolean =>
  ['another', ...neighbours].includes(key.split('/')[1] ?? '')

interface Stored {
  readonly key: string
  readonly value: string
  readonly metadata: unknown
}

export async function createHistory(editions = 10): Promise<History> {
  const log = createMemoryLog()
  const records: EditionRecord[] = []
  for (let number = 1; number <= editions; number++) {
    const one = documentTitled(`History ${number}`)
    const stamp = {
      digest: await documentDigest(one),
      instant: beginning - 30 * day + number * day,
      by: 'history',
    }
    const next = nextEdition(one, records.at(-1)?.head ?? null, stamp, {
      firstOf: (id) => log.appearanceOf(id)?.first,
    })
    records.push({ ...next, document: one })
    log.append({ ...next, document: one }, [])
  }
  const head = records.at(-1)!.head
  const line = lineOf(head)
  const stored = [
    ...records.map(({ entry, head, document, changes }) => ({
      key: `edition/${timeline}/${entry.number}`,
      content: { entry, head, document, changes },
      metadata: null,
    })),
    { key: `head/${timeline}`, content: head, metadata: { edition: head.edition.number } },
    { key: 'timelines', content: { timelines: [line.summary], gone: [] }, metadata: null },
  ]
  const named = (id: string, { timeline: own, ...rest }: Head): Head => ({
    ...rest,
    timeline: { ...own, id },
  })
  const beside = neighbours.flatMap((id) => [
    ...records.map(({ entry, head: at, document: text, changes }) => ({
      key: `edition/${id}/${entry.number}`,
      content: { entry, head: named(id, at), document: { ...text, id }, changes },
      metadata: null,
    })),
    {
      key: `head/${id}`,
      content: named(id, head),
      metadata: { edition: head.edition.number },
    },
  ])
  const wrapped = (all: readonly { key: string; content: unknown; metadata: unknown }[]) =>
    Promise.all(
      all.map(async ({ key, content, metadata }) => ({
        key,
        metadata,
        value: await wrap(key, content),
      })),
    )
  const foreign = { ...head, timeline: { ...head.timeline, id: 'another' } }
  return {
    records,
    line,
    other: {
      key: 'head/another',
      value: await wrap('head/another', foreign),
      metadata: { edition: 1 },
    },
    stored: await wrapped(stored),
    neighbours: await wrapped(beside),
  }
}
