// The thing compared with: a Hono handler that does nothing but return recorded answers from memory.
import { Hono } from 'hono'

/** An answer of the service, recorded. */
export interface Recorded {
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Headers of the 304 to its entity tag. */
  readonly unchanged: Readonly<Record<string, string>>
}

interface Env {
  readonly ANSWERS: readonly Recorded[]
}

let recorded: Map<string, Recorded> | undefined

const app = new Hono<{ Bindings: Env }>()

app.get('/v1/timelines/:timeline/:file', ({ req, env }) => {
  recorded ??= new Map(env.ANSWERS.map((one) => [one.target, one]))
  const answer = recorded.get(req.raw.url.slice(req.raw.url.indexOf('/', 8)))
  if (answer === undefined) return new Response(null, { status: 404 })
  const { headers, body, unchanged } = answer
  const known = req.raw.headers.get('if-none-match')
  return known === headers['etag'] || known === '*'
    ? new Response(null, { status: 304, headers: unchanged })
    : new Response(body, { headers })
})

export default app
