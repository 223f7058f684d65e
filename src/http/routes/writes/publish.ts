// Publish, roll back and take down: authorization, preconditions, and the response to each outcome.
import * as v from 'valibot'
import { createAddresses } from '../../../address/addresses.ts'
import { Identifier } from '../../../domain/document/identifier.ts'
import { TimelineDocument } from '../../../domain/document/timeline.ts'
import { plainText } from '../../../domain/text/text-schema.ts'
import type { Result } from '../../../domain/result.ts'
import type { Published, PublishFailure } from '../../../store/publish/publisher.ts'
import { readJsonBody } from '../../request/body.ts'
import { cacheTag, writeHeaders } from '../../headers.ts'
import { maxParameterLength } from '../../request/query-string.ts'
import * as parameters from '../../request/parameters.ts'
import type { ProblemType } from '../../problem.ts'
import { changesJson, ChangesJson } from '../../../formats/json/changes-json.ts'
import { EditionNumber } from '../../../formats/json/shared-json.ts'
import { route, type RouteAnswer } from '../../route.ts'
import type { Exchange } from '../../request/exchange.ts'
import { EditionJson } from '../editions.ts'
import { admit, noted } from './admit.ts'
import { parseAs } from './json-body.ts'
import { editionTag, publishProblem } from './publish-problem.ts'

export const PublishedJson = v.object({
  timeline: Identifier,
  edition: EditionJson,
  outcome: v.pipe(
    v.picklist(['created', 'repeated', 'planned']),
    v.description('created: a new edition; repeated: the same publish again; planned: a dry run.'),
  ),
  visible: v.pipe(
    v.boolean(),
    v.description(
      'False while the store has not yet accepted the new head; the publisher retries until it does.',
    ),
  ),
  changes: ChangesJson,
})

/** What every publish answers. */
export const publishedAnswer = {
  description: 'The edition',
  type: 'application/json; charset=utf-8',
  schema: PublishedJson,
  headers: ['etag?', 'location?'],
}

/** Of whoever publishes by a body that is read whole. */
export const writeProblems: readonly ProblemType[] = [
  'malformed-json',
  'invalid-parameter',
  'unknown-parameter',
  'duplicate-parameter',
  'unauthorized',
  'forbidden',
  'not-found',
  'precondition-failed',
  'content-too-large',
  'unsupported-media-type',
  'invalid-timeline',
  'precondition-required',
  'rate-limited',
  'publisher-overloaded',
]

/** Problems that occur only with a body. */
const bodyProblems: readonly ProblemType[] = [
  'malformed-json',
  'content-too-large',
  'unsupported-media-type',
  'invalid-timeline',
]

export const publish = route({
  method: 'PUT',
  path: '/v1/timelines/{timeline}',
  id: 'publishTimeline',
  summary: 'Publish a document as the next edition',
  tag: 'publish',
  parameters: { dryRun: parameters.dryRun, note: parameters.note },
  body: {
    description: 'An authoring document; its JSON Schema is /timeline.schema.json.',
    schema: TimelineDocument,
  },
  success: {
    200: { ...publishedAnswer, description: 'A later edition, or the same publish again' },
    201: { ...publishedAnswer, description: 'The first edition' },
  },
  problems: writeProblems,
  async handle(exchange) {
    const admitted = await admit(exchange)
    if (!admitted.ok) return admitted.failure
    const body = await readJsonBody(exchange)
    if (!body.ok) return body.failure
    const { note, dryRun } = exchange.query
    const outcome = await exchange.service.publisher.publish({
      ...admitted.value,
      body: body.value,
      dryRun: dryRun === true,
      ...noted(note),
    })
    return respond(exchange, admitted.value.timeline, outcome)
  },
})

export const HeadBody = v.strictObject({
  edition: EditionNumber,
  note: v.exactOptional(plainText(maxParameterLength)),
})

export const rollBack = route({
  method: 'PUT',
  path: '/v1/timelines/{timeline}/head',
  id: 'restoreEdition',
  summary: 'Roll back: publish the content of a kept edition under a new number',
  tag: 'publish',
  parameters: {},
  body: { description: 'The edition to restore.', schema: HeadBody },
  success: { 200: publishedAnswer },
  problems: writeProblems,
  async handle(exchange) {
    const admitted = await admit(exchange)
    if (!admitted.ok) return admitted.failure
    const body = await readJsonBody(exchange)
    if (!body.ok) return body.failure
    const wanted = parseAs(body.value, HeadBody, 'not-a-head')
    if (!wanted.ok) return wanted.failure
    const outcome = await exchange.service.publisher.restore({ ...admitted.value, ...wanted.value })
    return respond(exchange, admitted.value.timeline, outcome)
  },
})

export const takeDown = route({
  method: 'DELETE',
  path: '/v1/timelines/{timeline}',
  id: 'takeDownTimeline',
  summary: 'Take down a timeline: it answers 410 until an edition is published or restored',
  tag: 'publish',
  parameters: { note: parameters.note },
  success: {
    200: {
      ...publishedAnswer,
      description: 'The edition without events that records the takedown',
    },
  },
  problems: writeProblems.filter((type) => !bodyProblems.includes(type)),
  async handle(exchange) {
    const admitted = await admit(exchange)
    if (!admitted.ok) return admitted.failure
    const { note } = exchange.query
    const outcome = await exchange.service.publisher.takeDown({ ...admitted.value, ...noted(note) })
    return respond(exchange, admitted.value.timeline, outcome)
  },
})

export function respond(
  exchange: Exchange,
  timeline: string,
  outcome: Result<Published, PublishFailure>,
): RouteAnswer {
  if (!outcome.ok) return publishProblem(outcome.failure)
  if (outcome.value.outcome !== 'planned') exchange.service.store.expire(timeline)
  // Answers from given editions would otherwise stay for a day.
  if (outcome.value.entry.removes === true)
    exchange.service.purge(exchange.request, cacheTag(timeline))
  const { entry, changes, visible } = outcome.value
  const isFirst = entry.number === 1 && outcome.value.outcome === 'created'
  return {
    body: JSON.stringify({
      timeline,
      edition: entry,
      outcome: outcome.value.outcome,
      visible,
      changes: changesJson(changes),
    }),
    status: isFirst ? 201 : 200,
    headers: {
      ...writeHeaders,
      'content-type': 'application/json; charset=utf-8',
      ...(outcome.value.outcome === 'planned'
        ? {}
        : {
            etag: editionTag(entry.number),
            location: createAddresses(exchange.service.publicUrl, timeline).edition(entry.number),
          }),
    },
  }
}
