// Edits of a few events, parts or texts, at any size of the timeline (RFC 5789).
import * as v from 'valibot'
import { issueMessage } from '../../../domain/broken-rule.ts'
import { numberFaults } from '../../../domain/check/measures.ts'
import { AuthoredActor } from '../../../domain/document/actor.ts'
import { AuthoredEvent } from '../../../domain/document/event.ts'
import { Identifier } from '../../../domain/document/identifier.ts'
import { AuthoredSource } from '../../../domain/document/source.ts'
import { AuthoredTheme } from '../../../domain/document/theme.ts'
import { TimelineDocument } from '../../../domain/document/timeline.ts'
import { editableTexts } from '../../../edition/edits.ts'
import { editsMediaType, readEditsBody } from '../../request/body.ts'
import * as parameters from '../../request/parameters.ts'
import { route } from '../../route.ts'
import { admit, noted } from './admit.ts'
import { parseAs } from './json-body.ts'
import { publishProblem } from './publish-problem.ts'
import { publishedAnswer, respond, writeProblems } from './publish.ts'

const { title, description, licence, credit, allowTerms } = TimelineDocument.entries

const texts = v.strictObject({
  title: v.exactOptional(title),
  description: v.exactOptional(v.nullable(description.wrapped)),
  licence: v.exactOptional(v.nullable(licence.wrapped)),
  credit: v.exactOptional(v.nullable(credit.wrapped)),
  allowTerms: v.exactOptional(v.nullable(allowTerms.wrapped)),
} satisfies Record<(typeof editableTexts)[number], v.GenericSchema>)

/** As the contract shows it. */
export const EditsBody = v.strictObject({
  put: v.pipe(
    v.exactOptional(v.array(AuthoredEvent)),
    v.description('Events, each in place of the one with its id, or new.'),
  ),
  drop: v.pipe(v.exactOptional(v.array(Identifier)), v.description('Ids of events that go.')),
  themes: v.exactOptional(v.array(AuthoredTheme)),
  actors: v.exactOptional(v.array(AuthoredActor)),
  sources: v.exactOptional(v.array(AuthoredSource)),
  texts: v.pipe(
    v.exactOptional(texts),
    v.description('Texts of the timeline itself; null takes one away.'),
  ),
})

/** As it is read: what is in it is checked with the rest of the document, so that all faults are told. */
const Read = v.strictObject({
  put: v.exactOptional(v.array(v.unknown())),
  drop: v.exactOptional(v.array(v.string())),
  themes: v.exactOptional(v.array(v.unknown())),
  actors: v.exactOptional(v.array(v.unknown())),
  sources: v.exactOptional(v.array(v.unknown())),
  texts: v.exactOptional(
    v.strictObject(
      v.entriesFromList(editableTexts, v.optional(v.unknown())),
      issueMessage('not-edited-texts'),
    ),
  ),
})

export const edit = route({
  method: 'PATCH',
  path: '/v1/timelines/{timeline}',
  id: 'editTimeline',
  summary: 'Publish a few edits of an edition as the next one',
  tag: 'publish',
  parameters: { dryRun: parameters.dryRun, note: parameters.note },
  body: { description: 'What is edited.', type: editsMediaType, schema: EditsBody },
  success: { 200: publishedAnswer },
  problems: writeProblems,
  async handle(exchange) {
    const admitted = await admit(exchange)
    if (!admitted.ok) return admitted.failure
    const body = await readEditsBody(exchange)
    if (!body.ok) return body.failure
    const read = parseAs(body.value, Read, 'not-an-edit')
    if (!read.ok) return read.failure
    const faults = numberFaults(new TextDecoder().decode(body.value))
    if (faults.length > 0) return publishProblem({ reason: 'invalid-timeline', faults })
    const { note, dryRun } = exchange.query
    const outcome = await exchange.service.publisher.edit({
      ...admitted.value,
      edits: read.value,
      dryRun: dryRun === true,
      ...noted(note),
    })
    return respond(exchange, admitted.value.timeline, outcome)
  },
})
