// Gzips an answer as the network before a service does, so that sizes are those of a transfer.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const zip = promisify(gzip)
const isText = /^(?:text\/|application\/(?:[a-z]+\+)?json|image\/svg)/

export async function zipped(response: Response): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  const isSmaller = body.length > 0 && isText.test(headers.get('content-type') ?? '')
  const sent = isSmaller ? await zip(body) : body
  if (isSmaller) headers.set('content-encoding', 'gzip')
  headers.set('content-length', String(sent.length))
  const bodiless = response.status === 204 || response.status === 304
  return new Response(bodiless ? null : sent, { status: response.status, headers })
}
