// Messages of the reference page.

/** Messages of the reference page (`/docs`); the texts of the contract itself are in English. */
export interface ReferenceMessages {
  readonly title: string
  readonly intro: string
  readonly contract: string
  readonly documentSchema: string
  readonly version: (number: string) => string
  readonly examples: string
  readonly contents: string
  readonly tags: Readonly<
    Record<'read' | 'formats' | 'editions' | 'publish' | 'pages' | 'service', string>
  >
  readonly token: string
  /** Of what publishes nothing, and so replaces no edition. */
  readonly tokenAlone: string
  readonly parametersOf: (operation: string) => string
  readonly responsesOf: (operation: string) => string
  readonly members: (schema: string) => string
  readonly name: string
  readonly type: string
  readonly meaning: string
  readonly status: string
  readonly places: Readonly<Record<'path' | 'query' | 'header', string>>
  readonly required: string
  readonly optional: string
  /** Followed by the value that an absent parameter means. */
  readonly preset: string
  readonly body: string
  readonly example: string
  readonly tryIt: string
  readonly schemas: string
  readonly headers: string
  readonly headersIntro: string
}
