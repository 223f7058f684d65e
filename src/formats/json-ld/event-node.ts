// The node of an event. Properties that schema.org has only for creative works (temporalCoverage,
// citation) are on the event's page, which is its subjectOf. What no property can say of a date, such
// as about when it was or that it is only known to be earlier, stands in the description.
import type { ActorKind } from '../../domain/document/actor.ts'
import type { Citation } from '../../domain/document/citation.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { sequenceOf } from '../../domain/document/revision.ts'
import type { Measure } from '../../domain/document/measure.ts'
import { entryId, timelineTag } from '../../domain/document/permanent-id.ts'
import type { Context, Node } from './context.ts'
import { schemaDates } from './schema-dates.ts'

/** The event itself, as opposed to the page about it: the same in every edition, which only its page names. */
export const nodeId = (url: string): string => `${url.split('?', 1)[0]}#event`

export function eventNode(event: TimelineEvent, url: string, context: Context): Node {
  const { temporalCoverage, ...dates } = schemaDates(event.when)
  const { text, timeline, dateLine } = context
  const isState = event.when.kind === 'asOf'
  return {
    '@type': isState ? 'Observation' : 'Event',
    '@id': nodeId(url),
    identifier: entryId(timeline, event.id),
    url,
    name: text(event.title),
    description: [...(event.summary ? [text(event.summary)] : []), dateLine(event)].join('\n'),
    ...dates,
    ...(isState ? observed(event, context) : participants(event, context)),
    subjectOf: {
      ...page(event, url, context),
      ...(temporalCoverage !== undefined && { temporalCoverage }),
    },
  }
}

/** An event in the list of a page: its name, its address, its date, as exact as it is known, and whether it is disputed. */
export function listedNode(event: TimelineEvent, url: string, { text }: Context): Node {
  const { temporalCoverage, ...dates } = schemaDates(event.when)
  return {
    '@type': event.when.kind === 'asOf' ? 'Observation' : 'Event',
    '@id': nodeId(url),
    url,
    name: text(event.title),
    ...dates,
    ...((temporalCoverage !== undefined || event.status !== 'confirmed') && {
      subjectOf: {
        '@type': 'WebPage',
        '@id': url,
        ...(temporalCoverage !== undefined && { temporalCoverage }),
        ...(event.status !== 'confirmed' && { creativeWorkStatus: event.status }),
      },
    }),
  }
}

const observed = (event: TimelineEvent, { ref }: Context): Node => ({
  observationAbout: actorsOf(event).map((id) => ref('actors', id)),
})

/** All actors that the event names, the place last. */
export const actorsOf = ({ actors, place }: TimelineEvent): readonly string[] => [
  ...new Set(place === undefined ? actors : [...actors, place]),
]

/** Organizations are contributors: a source does not say that one of them organized the event. */
function participants(event: TimelineEvent, context: Context): Node {
  const { actors, ref } = context
  const ofKind = (...kinds: readonly (ActorKind | undefined)[]) =>
    actorsOf(event)
      .filter((id) => kinds.includes(actors.get(id)?.kind))
      .map((id) => ref('actors', id))
  return {
    about: themesOf(event, context),
    actor: ofKind('person'),
    contributor: ofKind('organization', 'group'),
    location: actorsOf(event)
      .filter((id) => id === event.place || actors.get(id)?.kind === 'place')
      .map((id) => ref('actors', id)),
  }
}

/** The event's page mentions them: what else they are to the event would have to be invented. */
const ofUnknownKind = (event: TimelineEvent, { actors, ref }: Context): readonly Node[] =>
  event.actors
    .filter((id) => id !== event.place && actors.get(id)?.kind === undefined)
    .map((id) => ref('actors', id))

const themesOf = (event: TimelineEvent, { ref }: Context): readonly Node[] =>
  event.themes.map((id) => ref('themes', id))

function page(event: TimelineEvent, url: string, context: Context): Node {
  return {
    '@type': 'WebPage',
    '@id': url,
    url,
    isPartOf: { '@id': timelineTag(context.timeline) },
    about: themesOf(event, context),
    ...(event.note && { description: context.text(event.note) }),
    creativeWorkStatus: event.status,
    dateModified: event.revision.instant,
    version: String(sequenceOf(event)),
    citation: event.citations.map((citation) => cited(citation, context)),
    relatedLink: event.links.map((link) => link.url),
    mentions: [
      ...event.measures.map((measure) => figure(measure, nodeId(url), context)),
      ...(event.when.kind === 'asOf' ? [] : ofUnknownKind(event, context)),
    ],
  }
}

/** A quotation; without cited words the source itself. */
function cited({ source, exact }: Citation, { sources, ref }: Context): Node {
  if (exact === undefined) return ref('sources', source)
  const language = sources.get(source)?.language
  return {
    '@type': 'Quotation',
    text: exact,
    ...(language !== undefined && { inLanguage: language }),
    isBasedOn: ref('sources', source),
  }
}

function figure(measure: Measure, about: string, context: Context): Node {
  const { label, valueTo, bound, unit, unitCode, approximate, sourceWords, parts } = measure
  // No property can say that a value is approximate, or over or under a range.
  const isUnsaid = approximate === true || (bound !== undefined && valueTo !== undefined)
  const words = sourceWords ?? (isUnsaid ? context.figure(measure) : undefined)
  return {
    '@type': 'Observation',
    variableMeasured: context.text(label),
    observationAbout: { '@id': about },
    ...valuesOf(measure),
    ...(unit && { unitText: context.text(unit) }),
    ...(unitCode !== undefined && { unitCode }),
    ...(words !== undefined && { description: words }),
    ...(parts && { valueReference: parts.map((part) => figure(part, about, context)) }),
  }
}

/**
 * schema.org has only inclusive limits: "over 1000" becomes minValue 1000, and "over 8–10", which may be
 * more than 10, minValue 8.
 */
function valuesOf({ value, valueTo, bound }: Measure): Node {
  if (bound === 'over') return { minValue: value }
  if (bound === 'under') return { maxValue: valueTo ?? value }
  return valueTo === undefined ? { value } : { minValue: value, maxValue: valueTo }
}
