// Schemas that several answers of the JSON API share. No I/O.
import * as v from 'valibot'

export const EditionNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

export const InstantJson = v.pipe(
  v.string(),
  v.metadata({ format: 'date-time' }),
  v.description('Instant, RFC 3339.'),
)

export const LinksJson = v.pipe(
  v.record(v.string(), v.pipe(v.string(), v.metadata({ format: 'uri' }))),
  v.description('Absolute addresses by name; a name that a client does not know can be ignored.'),
)
