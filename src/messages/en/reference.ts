// English: messages of the reference page.
import type { Translation } from '../../domain/text/translation.ts'

/** Messages of the reference page (`/docs`); the texts of the contract itself are in English. */
export type ReferenceMessages = Translation<typeof enReference>

export const enReference = {
  title: 'API reference',
  intro: 'Every address of this service: what it takes, what it answers, and an example to run.',
  contract: 'The contract (OpenAPI 3.1)',
  documentSchema: 'JSON Schema of documents',
  version: (number: string) => `Version ${number}`,
  examples:
    'The examples use the timeline fusha-2020. To read another one, put its id in place of that.',
  contents: 'Contents',
  tags: {
    read: 'Timelines and events',
    formats: 'Other formats',
    editions: 'Editions and changes',
    publish: 'Publishing',
    pages: 'Pages and embedding',
    service: 'The service itself',
  },
  token: 'Needs a token and the precondition If-Match or If-None-Match.',
  /** Of what publishes nothing, and so replaces no edition. */
  tokenAlone: 'Needs a token.',
  parametersOf: (operation: string) => `Parameters of ${operation}`,
  responsesOf: (operation: string) => `Responses of ${operation}`,
  members: (schema: string) => `Members of ${schema}`,
  name: 'Name',
  type: 'Type',
  meaning: 'Meaning',
  status: 'Status',
  places: { path: 'in the path', query: 'in the query', header: 'header' },
  required: 'required',
  optional: 'optional',
  /** Followed by the value that an absent parameter means. */
  preset: 'Default:',
  body: 'Body',
  example: 'Example',
  tryIt: 'Try it',
  schemas: 'Schemas',
  headers: 'Headers',
  headersIntro: 'Headers of responses',
}
