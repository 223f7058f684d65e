// Writes data/timeline.schema.json, the JSON Schema of the authoring document, for completion and
// checks in editors. `jishi check` has more rules than a schema can express.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { AuthoredActor } from '../domain/document/actor.ts'
import { Citation } from '../domain/document/citation.ts'
import { AuthoredEvent } from '../domain/document/event.ts'
import { Identifier } from '../domain/document/identifier.ts'
import { LanguageTag } from '../domain/text/text-schema.ts'
import { Link } from '../domain/document/link.ts'
import { AuthoredMeasure } from '../domain/document/measure.ts'
import { AuthoredSource } from '../domain/document/source.ts'
import { AuthoredTheme } from '../domain/document/theme.ts'
import { TimelineDocument } from '../domain/document/timeline.ts'

/** The text of the file, with a line break at the end. */
export function schemaText(): string {
  const schema = toJsonSchema(TimelineDocument, {
    target: 'draft-2020-12',
    // Checks in code, such as the one for bidirectional controls, have no equivalent in JSON
    // Schema.
    errorMode: 'ignore',
    definitions: {
      Theme: AuthoredTheme,
      Actor: AuthoredActor,
      Source: AuthoredSource,
      Event: AuthoredEvent,
      Measure: AuthoredMeasure,
      Citation,
      Link,
      Identifier,
      LanguageTag,
    },
  })
  return `${JSON.stringify({ title: 'Timeline', ...schema }, null, 2)}\n`
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '../../data/timeline.schema.json'), schemaText())
}
