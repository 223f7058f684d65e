// How the service is set up: what /health tells, and what a reader and a writer without rights meet.
import * as v from 'valibot'
import packageJson from '../../../package.json' with { type: 'json' }
import { isLocal } from '../service/connection.ts'
import { observed, type Observation } from './observation.ts'
import { answerAs, isUnseen, type Seen, type Visit } from './visit.ts'

/** Seconds by which two clocks may differ, the way of the answer included. */
const maxSkew = 60

/** What /health tells, as far as it is looked at here. */
const Health = v.object({
  status: v.literal('ok'),
  build: v.string(),
  publicUrl: v.string(),
  time: v.string(),
  publishing: v.boolean(),
})
type Health = v.InferOutput<typeof Health>

const Misconfigured = v.object({
  type: v.pipe(v.string(), v.endsWith('misconfigured')),
  errors: v.array(v.object({ detail: v.string() })),
})
const Refused = v.object({ type: v.pipe(v.string(), v.regex(/\/problems\/[a-z-]+$/)) })
const Contract = v.object({ info: v.object({ version: v.string() }) })

/** Whether this service answers at all; without `health` nothing else would be seen. */
export function checkAddress(seen: Seen): {
  readonly address: Observation
  readonly health: Health | null
} {
  const health = answerAs(Health, seen)
  const settings = answerAs(Misconfigured, seen, 503)
  const address =
    health !== null
      ? observed('passed', 'address', 'answers')
      : seen.status === 0
        ? observed('failed', 'address', 'silent', seen.text)
        : settings === null
          ? observed('failed', 'address', 'otherService', seen.status)
          : observed('failed', 'address', 'misconfigured', detailsOf(settings))
  return { address, health }
}

const detailsOf = ({ errors }: v.InferOutput<typeof Misconfigured>): string =>
  errors.map(({ detail }) => detail).join('; ')

export async function checkSetup(
  visit: Visit,
  { headers }: Seen,
  health: Health,
): Promise<readonly Observation[]> {
  return [
    checkPublicUrl(visit, health),
    checkHttps(visit, headers),
    checkClock(health),
    await checkVersion(visit, health),
    await checkGuard(visit, health),
    await checkToken(visit),
  ]
}

function checkPublicUrl({ origin }: Visit, { publicUrl: told }: Health): Observation {
  return told === origin
    ? observed('passed', 'public-url', 'sameAddress', origin)
    : observed('failed', 'public-url', 'otherAddress', told, origin)
}

function checkHttps({ origin }: Visit, headers: Headers): Observation {
  if (isLocal(new URL(origin))) return observed('skipped', 'https', 'thisMachine')
  return headers.has('strict-transport-security')
    ? observed('passed', 'https', 'secure')
    : observed('warning', 'https', 'noPolicy')
}

function checkClock({ time }: Health): Observation {
  const seconds = Math.round((Date.parse(time) - Date.now()) / 1000)
  return Math.abs(seconds) <= maxSkew
    ? observed('passed', 'clock', 'rightClock')
    : observed('warning', 'clock', 'wrongClock', seconds)
}

async function checkVersion({ look, origin }: Visit, { build }: Health): Promise<Observation> {
  const seen = await look('/openapi.json')
  if (isUnseen(seen)) return observed('failed', 'version', 'notLookedAt', seen.status)
  const contract = answerAs(Contract, seen)
  const theirs = contract?.info.version ?? 'unknown'
  const ours = packageJson.version
  if (theirs !== ours) return observed('warning', 'version', 'otherContract', theirs, ours)
  if (build === 'dev' && !isLocal(new URL(origin)))
    return observed('warning', 'version', 'versionUnknown')
  return observed('passed', 'version', 'versionKnown', build, theirs)
}

async function checkGuard({ look }: Visit, { publishing }: Health): Promise<Observation> {
  const refused = await look('/v1/repair', { method: 'POST' })
  if (isUnseen(refused)) return observed('failed', 'guard', 'notLookedAt', refused.status)
  if (refused.status !== 401) return observed('failed', 'guard', 'unguarded', refused.status)
  return publishing
    ? observed('passed', 'guard', 'guarded')
    : observed('warning', 'guard', 'noTokens')
}

/** A dry run of a document that is none: a token that is known is told so, and nothing is written. */
async function checkToken({ look, token }: Visit): Promise<Observation> {
  if (token === null) return observed('skipped', 'token', 'tokenNotGiven')
  const seen = await look('/v1/timelines/doctor?dryRun=true', {
    method: 'PUT',
    body: '{}',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-none-match': '*',
    },
  })
  if (seen.status === 401) return observed('failed', 'token', 'tokenRefused')
  // The document is refused, or, of a token for other timelines, its place.
  const isKnown = [422, 403].some((status) => answerAs(Refused, seen, status) !== null)
  return isKnown
    ? observed('passed', 'token', 'tokenGood')
    : observed('failed', 'token', 'notLookedAt', seen.status)
}
