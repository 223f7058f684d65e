// JSON Schema 2020-12 of what tools answer as data (2026-07-28, Tools, "Output Schema").

const text = { type: 'string' } as const
const count = { type: 'integer', minimum: 0 } as const
const uri = { type: 'string', format: 'uri' } as const
/** A text, or without `lang` the text by language tag. */
const texts = { anyOf: [text, { type: 'object', additionalProperties: text }] } as const
const nullable = { type: ['string', 'null'] } as const

type Properties = Readonly<Record<string, object>>

/** An object with these members, of which those in `optional` may be absent. */
const object = (properties: Properties, optional: Properties = {}): object => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
})

const list = (items: object): object => ({ type: 'array', items })

export const timelinesSchema = object(
  {
    timelines: list(
      object({
        id: text,
        title: texts,
        edition: count,
        published: text,
        events: count,
        first: nullable,
        last: nullable,
        page: uri,
      }),
    ),
    total: count,
  },
  { next: text },
)

export const timelineSchema = object(
  {
    id: text,
    title: texts,
    language: text,
    edition: count,
    published: text,
    page: uri,
    themes: list(object({ id: text, label: texts, count })),
    actors: list(object({ id: text, name: texts, count }, { kind: text })),
    sources: list(object({ id: text, title: texts, published: text, count })),
  },
  { description: texts, licence: object({ name: texts }, { url: uri }), credit: texts },
)

const foundEvent = object(
  {
    id: text,
    title: text,
    permalink: uri,
    date: object(
      { words: text, edtf: text, kind: text, earliest: nullable, latest: nullable },
      { stated: text },
    ),
    citations: list(object({ source: text }, { exact: text })),
  },
  { status: text, through: list(text) },
)

export const foundSchema = object(
  {
    timeline: text,
    edition: count,
    published: text,
    page: uri,
    totals: object(
      { surely: count, possibly: count, undated: count, setAside: count },
      { atMost: { const: true, description: 'The totals are upper bounds.' } },
    ),
    surely: list(foundEvent),
    possibly: list(foundEvent),
    undated: list(foundEvent),
    sources: list(
      object(
        { id: text, title: text, published: text },
        { publisher: text, authors: list(text), url: uri, archivedUrl: uri },
      ),
    ),
  },
  { filter: text, next: text },
)
