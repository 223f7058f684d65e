// The body of a write as JSON of a schema.
import * as v from 'valibot'
import { broken, type RuleName } from '../../../domain/broken-rule.ts'
import { parseJson } from '../../../domain/document/json.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { problem, type Problem } from '../../problem.ts'
import { malformed } from './publish-problem.ts'

interface Members extends v.GenericSchema {
  readonly entries: v.ObjectEntries
}

/**
 * Each fault has the pointer of its member; that of one that the schema does not name is not repeated.
 * @example parseAs(bytes of '{"edition":"1"}', HeadBody, 'not-a-head') → failed(400, pointer /edition)
 */
export function parseAs<Schema extends Members>(
  body: Uint8Array,
  schema: Schema,
  rule: Extract<RuleName, 'not-a-head' | 'not-a-lease' | 'not-a-commit' | 'not-an-edit'>,
): Result<v.InferOutput<Schema>, Problem> {
  const json = parseJson(body)
  if (!json.ok) return failed(problem('malformed-json', { errors: [malformed(json.failure)] }))
  // A list has no members, and would do where none is needed.
  const read = v.safeParse(schema, Array.isArray(json.value) ? null : json.value)
  if (read.success) return ok(read.output)
  const pointers = read.issues.map(({ path }) => {
    const key: unknown = path?.[0]?.key
    return typeof key === 'string' && Object.hasOwn(schema.entries, key) ? `/${key}` : ''
  })
  return failed(
    problem('invalid-parameter', {
      errors: [...new Set(pointers)].map((pointer) => ({ pointer, broken: broken(rule) })),
    }),
  )
}
