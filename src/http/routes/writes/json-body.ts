// The body of a write as JSON of a schema.
import * as v from 'valibot'
import {
  broken,
  ruleOfMessage,
  type BrokenRule,
  type RuleName,
} from '../../../domain/broken-rule.ts'
import { parseJson } from '../../../domain/document/json.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { problem, type Problem } from '../../problem.ts'
import { malformed } from './publish-problem.ts'

interface Members extends v.GenericSchema {
  readonly entries: v.ObjectEntries
}

/**
 * Each fault has the pointer of its member, and the member's own rule, if it has one, else that of the
 * whole body; the name of a member that the schema does not have is not repeated.
 * @example parseAs(bytes of '{"edition":"1"}', HeadBody, 'not-a-head') → failed(400, pointer /edition)
 */
export function parseAs<Schema extends Members>(
  body: Uint8Array,
  schema: Schema,
  rule: Extract<RuleName, 'not-a-head' | 'not-a-lease' | 'not-a-commit' | 'not-an-edit'>,
): Result<v.InferOutput<Schema>, Problem> {
  const json = parseJson(body)
  if (!json.ok) return failed(problem('malformed-json', { errors: [malformed(json.failure)] }))
  const read = v.safeParse(schema, withoutLists(json.value, schema as unknown as SchemaShape))
  if (read.success) return ok(read.output)
  const errors = new Map<string, BrokenRule>()
  for (const { path, message } of read.issues) {
    const key: unknown = path?.[0]?.key
    const isNamed = typeof key === 'string' && Object.hasOwn(schema.entries, key)
    const pointer = isNamed ? `/${key}` : ''
    const own = isNamed ? ruleOfMessage(message) : null
    if (!errors.has(pointer)) errors.set(pointer, own ?? broken(rule))
  }
  return failed(
    problem('invalid-parameter', {
      errors: Array.from(errors, ([pointer, broken]) => ({ pointer, broken })),
    }),
  )
}

/** The parts of a schema that say where an object is meant. */
interface SchemaShape {
  readonly entries?: Readonly<Record<string, SchemaShape>>
  readonly wrapped?: SchemaShape
}

/**
 * The value with null, which is no object, in place of each list where the schema means an object: a list
 * has no members for valibot, and would do where none is needed.
 */
function withoutLists(value: unknown, { entries, wrapped }: SchemaShape): unknown {
  if (wrapped !== undefined) return withoutLists(value, wrapped)
  if (entries === undefined || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return null
  const inner = new Map(Object.entries(entries))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutLists(member, inner.get(key) ?? {})]),
  )
}
