// Where responses are made: routes answer with what is in them, so that what all have is written once, and
// so that workerd is given the headers of a response together, which costs half of setting one more.
import { transportPolicy } from '../headers.ts'
import type { Service } from '../service.ts'

/** What a response is made of. */
export interface Responded {
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream | null
  readonly headers: Readonly<Record<string, string>>
  /** 200 by default. */
  readonly status?: number
}

export type Responder = (responded: Responded) => Response

/** @example createResponder(service)({ body: '{}', headers: dataHeaders }).status → 200 */
export function createResponder({ publicUrl }: Pick<Service, 'publicUrl'>): Responder {
  const ofHost = publicUrl.startsWith('https:')
    ? { 'strict-transport-security': transportPolicy }
    : undefined
  return ({ body, headers, status = 200 }) =>
    new Response(body, { status, headers: { ...headers, ...ofHost } })
}
