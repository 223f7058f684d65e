// Publishing what is too large for one request: the publisher leases a segment, packs its events, uploads
// the parts and commits them as the next edition (docs/storage.md, "Uploaded segments").
import * as v from 'valibot'
import { issueMessage } from '../../../domain/broken-rule.ts'
import { Identifier } from '../../../domain/document/identifier.ts'
import { segmentForm } from '../../../edition/segment/parts.ts'
import { EditionNumber, InstantJson } from '../../../formats/json/shared-json.ts'
import type { LeasedSegment } from '../../../store/publish/segment-log.ts'
import { writeHeaders } from '../../headers.ts'
import { problem, type ProblemType } from '../../problem.ts'
import { authorizeFor, authorizeUpload } from '../../request/authorization.ts'
import { partsMediaType, readJsonBody, readPartsBody } from '../../request/body.ts'
import * as parameters from '../../request/parameters.ts'
import { untagged } from '../../response/conditional.ts'
import type { Responded } from '../../response/responder.ts'
import { route } from '../../route.ts'
import { admit, noted } from './admit.ts'
import { parseAs } from './json-body.ts'
import { publishProblem } from './publish-problem.ts'
import { publishedAnswer, respond } from './publish.ts'

const json = 'application/json; charset=utf-8'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const checksum = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, issueMessage('not-a-sha256')))
const SegmentName = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}-u[1-9]\d{0,8}$/))

export const LeaseBody = v.strictObject({
  digest: v.pipe(checksum, v.description('Of the whole document, as `digest` of an edition.')),
  bytes: v.pipe(count, v.description('Maximum bytes of all parts together.')),
  parts: v.pipe(count, v.description('Maximum number of parts.')),
  document: v.pipe(v.looseObject({}), v.description('The document with an empty list of events.')),
})

const RevisionJson = v.object({ edition: EditionNumber, instant: v.nullable(InstantJson) })

export const LeaseJson = v.object({
  timeline: Identifier,
  segment: v.pipe(SegmentName, v.description('The name with which the labels of parts begin.')),
  edition: v.pipe(EditionNumber, v.description('The edition that it becomes.')),
  instant: v.pipe(InstantJson, v.description('When that edition will say that it was published.')),
  expires: v.pipe(
    v.nullable(InstantJson),
    v.description('When the lease ends unless more is uploaded; null once an edition names it.'),
  ),
  bytes: count,
  parts: count,
  stored: v.pipe(
    v.record(v.string(), v.unknown()),
    v.description('The timeline as parts are packed with it (docs/storage.md).'),
  ),
  revisions: v.pipe(
    v.array(v.object({ id: Identifier, first: RevisionJson, changed: RevisionJson })),
    v.description(
      'In which editions events of the one before appeared and last changed, but for those that are in its uploaded segment, whose parts say it; and those of the last 1,000 removed events of which it is known, so that one that comes back keeps its first edition.',
    ),
  ),
  uploaded: v.pipe(
    v.array(v.object({ part: v.string(), bytes: v.number(), sha256: checksum })),
    v.description('The parts that are there already.'),
  ),
})

export const UploadJson = v.object({
  segment: SegmentName,
  stored: v.pipe(v.array(v.string()), v.description('The parts of the request.')),
  expires: v.pipe(
    v.nullable(InstantJson),
    v.description('When the lease ends now; null once an edition names the segment.'),
  ),
})

export const CommitBody = v.strictObject({
  root: v.strictObject({
    segment: SegmentName,
    form: v.picklist([1, segmentForm]),
    events: count,
    edition: EditionNumber,
    terms: v.array(v.string()),
    facets: v.exactOptional(v.array(v.string())),
    marks: v.exactOptional(v.strictObject({ members: v.string(), roles: v.string() })),
  }),
  parts: count,
  checksum: v.pipe(
    checksum,
    v.description('SHA-256 of the lines `name sha256` of all parts, in the order of names.'),
  ),
})

export const SegmentJson = v.object({ timeline: Identifier, segment: SegmentName })

const problems: readonly ProblemType[] = [
  'unknown-parameter',
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'publisher-overloaded',
]

const bodyProblems: readonly ProblemType[] = [
  'malformed-json',
  'invalid-parameter',
  'content-too-large',
  'unsupported-media-type',
]

const conditionalProblems: readonly ProblemType[] = ['precondition-failed', 'precondition-required']

const leased = { description: 'The lease', type: json, schema: LeaseJson }

export const leaseSegment = route({
  method: 'POST',
  path: '/v1/timelines/{timeline}/segments',
  id: 'leaseSegment',
  summary: 'Lease a segment for an edition that is too large for one request',
  tag: 'publish',
  parameters: {},
  body: { description: 'What will be uploaded.', schema: LeaseBody },
  success: {
    200: { ...leased, description: 'The same lease again' },
    201: { ...leased, headers: ['location'] },
  },
  problems: [...problems, ...bodyProblems, ...conditionalProblems, 'invalid-timeline'],
  async handle(exchange) {
    const admitted = await admit(exchange)
    if (!admitted.ok) return admitted.failure
    const body = await readJsonBody(exchange)
    if (!body.ok) return body.failure
    const announced = parseAs(body.value, LeaseBody, 'not-a-lease')
    if (!announced.ok) return announced.failure
    const { timeline } = admitted.value
    const { publisher, publicUrl } = exchange.service
    const outcome = await publisher.lease({ ...admitted.value, ...announced.value })
    if (!outcome.ok) return publishProblem(outcome.failure)
    const { segment, edition, instant, isNew, ...given } = outcome.value
    const { bytes, parts, stored, revisions, uploaded } = given
    const location = `${publicUrl}/v1/timelines/${timeline}/segments/${segment}`
    const told = { timeline, segment, edition, instant, expires: endOf(outcome.value) }
    const lease = { ...told, bytes, parts, stored, revisions, uploaded }
    return isNew ? written(lease, 201, { location }) : written(lease)
  },
})

export const uploadParts = route({
  method: 'PUT',
  path: '/v1/timelines/{timeline}/segments/{segment}/parts',
  id: 'uploadParts',
  summary: 'Upload parts of a leased segment; they are checked, and may be sent again',
  tag: 'publish',
  parameters: {},
  unconditional: true,
  body: {
    description:
      'Parts one after the other, each behind a line of JSON with `part`, `bytes` and `sha256`.',
    type: partsMediaType,
  },
  success: { 200: { description: 'They are stored', type: json, schema: UploadJson } },
  problems: [
    ...problems,
    ...bodyProblems,
    'segment-not-leased',
    'segment-incomplete',
    'invalid-part',
  ],
  async handle(exchange) {
    const token = await authorizeUpload(exchange)
    if (!token.ok) return token.failure
    const refused = untagged(exchange)
    if (refused !== undefined) return refused
    const body = await readPartsBody(exchange)
    if (!body.ok) return body.failure
    const { timeline, segment } = exchange.values
    const { publisher } = exchange.service
    const outcome = await publisher.upload({ timeline, segment, body: body.value })
    if (!outcome.ok) return publishProblem(outcome.failure)
    const { stored } = outcome.value
    return written({ segment, stored, expires: endOf(outcome.value) })
  },
})

export const commitSegment = route({
  method: 'PUT',
  path: '/v1/timelines/{timeline}/segments/{segment}',
  id: 'commitSegment',
  summary: 'Publish an uploaded segment as the next edition',
  tag: 'publish',
  parameters: { dryRun: parameters.dryRun, note: parameters.note },
  body: { description: 'The root of the segment, and what its parts are.', schema: CommitBody },
  success: {
    200: { ...publishedAnswer, description: 'A later edition, or the same commit again' },
    201: { ...publishedAnswer, description: 'The first edition' },
  },
  problems: [
    ...problems,
    ...bodyProblems,
    ...conditionalProblems,
    'duplicate-parameter',
    'segment-not-leased',
    'segment-incomplete',
    'invalid-part',
  ],
  async handle(exchange) {
    const admitted = await admit(exchange)
    if (!admitted.ok) return admitted.failure
    const body = await readJsonBody(exchange)
    if (!body.ok) return body.failure
    const told = parseAs(body.value, CommitBody, 'not-a-commit')
    if (!told.ok) return told.failure
    if (told.value.root.segment !== exchange.values.segment) return problem('segment-not-leased')
    const { note, dryRun } = exchange.query
    const outcome = await exchange.service.publisher.commitSegment({
      ...admitted.value,
      dryRun: dryRun === true,
      ...noted(note),
      ...told.value,
    })
    return respond(exchange, admitted.value.timeline, outcome)
  },
})

export const giveUpSegment = route({
  method: 'DELETE',
  path: '/v1/timelines/{timeline}/segments/{segment}',
  id: 'giveUpSegment',
  summary: 'Give a lease up; what was uploaded is deleted after an hour',
  tag: 'publish',
  parameters: {},
  unconditional: true,
  success: { 200: { description: 'The lease has ended', type: json, schema: SegmentJson } },
  problems: [...problems, 'segment-not-leased'],
  async handle(exchange) {
    const token = await authorizeFor(exchange)
    if (!token.ok) return token.failure
    const refused = untagged(exchange)
    if (refused !== undefined) return refused
    const { timeline, segment } = exchange.values
    const outcome = await exchange.service.publisher.giveUp({ timeline, segment })
    return outcome.ok ? written({ timeline, segment }) : publishProblem(outcome.failure)
  },
})

const endOf = ({ expires }: Pick<LeasedSegment, 'expires'>): string | null =>
  expires === null ? null : new Date(expires).toISOString()

const written = (body: object, status = 200, headers: { location?: string } = {}): Responded => ({
  body: JSON.stringify(body),
  status,
  headers: { ...writeHeaders, ...headers, 'content-type': json },
})
