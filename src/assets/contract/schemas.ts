// The named schemas of the contract, and the JSON Schema of every other one with references to them.
import { toJsonSchema, toJsonSchemaDefs, type JsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { AuthoredActor } from '../../domain/document/actor.ts'
import { Citation } from '../../domain/document/citation.ts'
import { AuthoredEvent } from '../../domain/document/event.ts'
import { Identifier } from '../../domain/document/identifier.ts'
import { Link } from '../../domain/document/link.ts'
import { AuthoredMeasure } from '../../domain/document/measure.ts'
import { AuthoredSource } from '../../domain/document/source.ts'
import { AuthoredTheme } from '../../domain/document/theme.ts'
import { TimelineDocument } from '../../domain/document/timeline.ts'
import { LanguageTag } from '../../domain/text/text-schema.ts'
import {
  CitationJson,
  EventDateJson,
  EventJson,
  LocalizedText,
  MeasureJson,
} from '../../formats/json/event-json.ts'
import { LaneJson, LanesJson, LaneTimesJson } from '../../formats/json/lanes-json.ts'
import { LinksJson } from '../../formats/json/shared-json.ts'
import { ActorJson, SourceJson, ThemeJson } from '../../formats/json/timeline-json.ts'
import { ChangeCountsJson, ChangesJson } from '../../formats/json/changes-json.ts'
import {
  ChangesSinceJson,
  EditionCopyJson,
  EditionJson,
  EditionsJson,
} from '../../http/routes/editions.ts'
import { EventsJson, FacetsJson } from '../../http/routes/events.ts'
import { HealthJson } from '../../http/routes/meta.ts'
import { EditsBody } from '../../http/routes/writes/edit.ts'
import { HeadBody, PublishedJson } from '../../http/routes/writes/publish.ts'
import { RepairedJson, RepairedListJson } from '../../http/routes/writes/repair.ts'
import { SummaryJson, TimelineJson, TimelinesJson } from '../../http/routes/timelines.ts'
import { OembedJson } from '../../http/routes/widget.ts'
import {
  CommitBody,
  LeaseBody,
  LeaseJson,
  SegmentJson,
  UploadJson,
} from '../../http/routes/writes/segments.ts'

const ruleValues = v.pipe(
  v.exactOptional(v.record(v.string(), v.unknown())),
  v.description('The values in the sentence of the rule, such as a maximum.'),
)

/** RFC 9457. */
export const ProblemJson = v.object({
  type: v.pipe(
    v.string(),
    v.metadata({ format: 'uri' }),
    v.description('Ends in the name of the problem type; the address has a description.'),
  ),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  detail: v.string(),
  rule: v.pipe(
    v.exactOptional(v.string()),
    v.description('Stable name of the rule of which `detail` is the sentence, if it is one.'),
  ),
  values: ruleValues,
  errors: v.exactOptional(
    v.array(
      v.object({
        pointer: v.pipe(
          v.exactOptional(v.string()),
          v.description('JSON Pointer (RFC 6901) into the body.'),
        ),
        inEdition: v.pipe(
          v.exactOptional(v.string()),
          v.description(
            'Place in what edits leave of the edition: a JSON Pointer with ids for indexes.',
          ),
        ),
        parameter: v.exactOptional(v.string()),
        header: v.exactOptional(v.string()),
        reason: v.pipe(
          v.exactOptional(v.string()),
          v.description('Stable name of a fault of a document.'),
        ),
        rule: v.pipe(v.string(), v.description('Stable name of the rule that is broken.')),
        values: ruleValues,
        detail: v.pipe(
          v.string(),
          v.description('The rule in the language of `lang`, else in English.'),
        ),
        hint: v.pipe(v.exactOptional(v.string()), v.description('How to put it right.')),
        proposals: v.pipe(
          v.exactOptional(v.array(v.string())),
          v.description('What may have been meant, such as a date in the form that is read.'),
        ),
      }),
    ),
  ),
  edition: v.pipe(
    v.exactOptional(v.nullable(EditionJson)),
    v.description('Only with precondition-failed to a write: the newest edition.'),
  ),
})

/** Names that clients see, in the order of the contract: of answers, then of requests. */
export const namedSchemas = {
  Timelines: TimelinesJson,
  TimelineSummary: SummaryJson,
  Timeline: TimelineJson,
  Theme: ThemeJson,
  Actor: ActorJson,
  Source: SourceJson,
  Events: EventsJson,
  Facets: FacetsJson,
  Lanes: LanesJson,
  Lane: LaneJson,
  LaneTimes: LaneTimesJson,
  Event: EventJson,
  EventDate: EventDateJson,
  Measure: MeasureJson,
  Citation: CitationJson,
  Text: LocalizedText,
  Links: LinksJson,
  Editions: EditionsJson,
  Edition: EditionJson,
  EditionCopy: EditionCopyJson,
  Changes: ChangesJson,
  ChangeCounts: ChangeCountsJson,
  ChangesSince: ChangesSinceJson,
  Published: PublishedJson,
  Repaired: RepairedJson,
  RepairedList: RepairedListJson,
  Lease: LeaseJson,
  Upload: UploadJson,
  Segment: SegmentJson,
  Problem: ProblemJson,
  Health: HealthJson,
  Oembed: OembedJson,
  Document: TimelineDocument,
  AuthoredTheme,
  AuthoredActor,
  AuthoredSource,
  AuthoredEvent,
  AuthoredMeasure,
  AuthoredCitation: Citation,
  AuthoredLink: Link,
  Rollback: HeadBody,
  Edits: EditsBody,
  LeaseRequest: LeaseBody,
  Commit: CommitBody,
  Identifier,
  LanguageTag,
} as const satisfies Readonly<Record<string, v.GenericSchema>>

const options = {
  target: 'draft-2020-12',
  // Checks in code, such as the one for bidirectional controls, have no equivalent in JSON Schema.
  errorMode: 'ignore',
  overrideRef: ({ referenceId }: { readonly referenceId: string }) =>
    `#/components/schemas/${referenceId}`,
} as const

/** JSON Schema of a valibot schema. Rules that JSON Schema cannot express are in the descriptions. */
export const jsonSchemaOf = (schema: v.GenericSchema): JsonSchema =>
  withoutDialect(toJsonSchema(schema, { ...options, typeMode: 'input', definitions: namedSchemas }))

/** JSON Schema of what a schema reads a text as: a number for `v.transform(Number)`, `v.number()`. */
export const outputSchemaOf = (schema: v.GenericSchema): JsonSchema =>
  withoutDialect(toJsonSchema(schema, { ...options, typeMode: 'output' }))

/** The JSON Schemas of `namedSchemas`. */
export const schemaComponents = (): Readonly<Record<string, object>> =>
  toJsonSchemaDefs(namedSchemas, { ...options, typeMode: 'input' })

function withoutDialect(schema: JsonSchema): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = schema
  return rest
}
