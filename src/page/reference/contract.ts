// What the reference page reads of an OpenAPI document.

/** A JSON Schema, as far as its notation needs it. */
export interface NotedSchema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly NotedSchema[]
  readonly items?: NotedSchema
  readonly properties?: Readonly<Record<string, NotedSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: NotedSchema | boolean
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly description?: string
  readonly default?: unknown
}

export interface ContractParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description: string
  readonly schema: NotedSchema
  readonly example?: unknown
}

export type ContractContent = Readonly<Record<string, { readonly schema?: NotedSchema }>>

export interface ContractResponse {
  readonly $ref?: string
  readonly description?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: ContractContent
}

export interface ContractOperation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly parameters: readonly ContractParameter[]
  readonly requestBody?: { readonly description: string; readonly content: ContractContent }
  readonly responses: Readonly<Record<string, ContractResponse>>
}

export interface Contract {
  readonly info: { readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, NotedSchema>>
    readonly responses: Readonly<Record<string, ContractResponse>>
    readonly headers: Readonly<Record<string, { readonly description: string }>>
  }
}

/** The last segment of a reference within the document. */
export const nameOf = (ref: string): string => /[^/]*$/.exec(ref)?.[0] ?? ''
