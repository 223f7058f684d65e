// Repair: writes what readers get anew from the publishers, which have all of it. Nothing is published.
import * as v from 'valibot'
import { Identifier } from '../../../domain/document/identifier.ts'
import { EditionNumber } from '../../../formats/json/shared-json.ts'
import { mayPublish } from '../../token.ts'
import { authorize, authorizeFor } from '../../request/authorization.ts'
import { cacheTag, writeHeaders } from '../../headers.ts'
import type { ProblemType } from '../../problem.ts'
import { untagged } from '../../response/conditional.ts'
import type { Responded } from '../../response/responder.ts'
import { route } from '../../route.ts'
import { EditionJson } from '../editions.ts'
import { publishProblem } from './publish-problem.ts'

const json = 'application/json; charset=utf-8'

const repairProblems: readonly ProblemType[] = [
  'unknown-parameter',
  'unauthorized',
  'forbidden',
  'rate-limited',
  'publisher-overloaded',
]

export const RepairedJson = v.object({
  timeline: Identifier,
  edition: EditionJson,
  copies: v.pipe(
    v.array(EditionNumber),
    v.description('The editions whose copies were written, newest first.'),
  ),
  uploaded: v.pipe(
    v.array(v.string()),
    v.description('Uploaded segments in use: only their publisher can send their parts again.'),
  ),
  visible: v.pipe(
    v.boolean(),
    v.description('False while the store has not yet accepted all of it; it is retried.'),
  ),
})

export const RepairedListJson = v.object({
  timelines: v.pipe(
    v.array(Identifier),
    v.description('Ids, also of timelines that were taken down.'),
  ),
})

export const repairTimeline = route({
  method: 'POST',
  path: '/v1/timelines/{timeline}/repair',
  id: 'repairTimeline',
  summary: 'Write every stored value of a timeline anew: kept copies, head, line in the list',
  tag: 'publish',
  parameters: {},
  unconditional: true,
  success: {
    200: {
      description: 'What was written',
      type: json,
      schema: RepairedJson,
    },
  },
  problems: ['not-found', ...repairProblems],
  async handle(exchange) {
    const token = await authorizeFor(exchange)
    if (!token.ok) return token.failure
    const refused = untagged(exchange)
    if (refused !== undefined) return refused
    const { service, values } = exchange
    const { timeline } = values
    const repaired = await service.publisher.repair({ timeline })
    if (!repaired.ok) return publishProblem(repaired.failure)
    service.store.expire(timeline)
    // What other locations answered before they knew of a takedown, over which something was published.
    service.purge(exchange.request, cacheTag(timeline))
    const { entry, copies, uploaded, visible } = repaired.value
    return written({ timeline, edition: entry, copies, uploaded, visible })
  },
})

export const repairList = route({
  method: 'POST',
  path: '/v1/repair',
  id: 'repairList',
  summary: 'Write the list of timelines anew, and name all that the token is for',
  tag: 'publish',
  parameters: {},
  unconditional: true,
  success: {
    200: {
      description: 'The list was written, or will be within seconds',
      type: json,
      schema: RepairedListJson,
    },
  },
  problems: repairProblems,
  async handle(exchange) {
    const token = await authorize(exchange)
    if (!token.ok) return token.failure
    const refused = untagged(exchange)
    if (refused !== undefined) return refused
    const ids = await exchange.service.repairList()
    if (!ids.ok) return publishProblem(ids.failure)
    return written({ timelines: ids.value.filter((id) => mayPublish(token.value, id)) })
  },
})

const written = (body: object): Responded => ({
  body: JSON.stringify(body),
  headers: { ...writeHeaders, 'content-type': json },
})
