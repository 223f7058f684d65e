// The values in the braces of paths, for the contract. Routes read them as text and answer 404 to a
// value that names nothing, whatever its form.
import * as v from 'valibot'
import { Identifier } from '../../domain/document/identifier.ts'
import { problems, type ProblemType } from '../../http/problem.ts'

/** One value in a path. */
export interface PathParameter {
  readonly description: string
  readonly schema: v.GenericSchema
  readonly example: string | number
}

export const inPath: Readonly<Record<string, PathParameter>> = {
  timeline: { description: 'Id of a timeline.', schema: Identifier, example: 'fusha-2020' },
  event: { description: 'Id of an event.', schema: Identifier, example: 'zhu-merit-award' },
  number: {
    description: 'Number of a kept edition.',
    schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999)),
    example: 1,
  },
  segment: {
    description: 'Name of a leased segment.',
    schema: v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}-u[1-9]\d{0,8}$/)),
    example: '2-u1',
  },
  part: {
    description: 'Name of a part of an uploaded segment: its kind and its number.',
    schema: v.pipe(v.string(), v.regex(/^[etcdwvaf]\d{1,6}$/)),
    example: 'a0',
  },
  type: {
    description: 'The last segment of the type of a problem.',
    // A type assertion, since Object.keys gives strings.
    schema: v.picklist(Object.keys(problems) as ProblemType[]),
    example: 'not-found',
  },
  release: {
    description: 'A version such as 1.0.0, or v1 for the newest release of version 1.',
    schema: v.pipe(v.string(), v.regex(/^(?:v\d+|\d+\.\d+\.\d+)$/)),
    example: 'v1',
  },
  file: {
    description: 'Name of a file.',
    schema: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
    example: 'event-timeline.js',
  },
}
