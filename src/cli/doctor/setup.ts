// How the service is set up: what /health tells, and what a reader and a writer without rights meet.
import packageJson from '../../../package.json' with { type: 'json' }
import { isLocal } from '../service/connection.ts'
import { finding, type Finding } from './finding.ts'
import { jsonOf, type Seen, type Visit } from './visit.ts'

/** Seconds by which two clocks may differ, the way of the answer included. */
const maxSkew = 60

/** Null in place of findings that end the visit: nothing else would be seen. */
export function checkAddress(health: Seen): Finding {
  if (health.status === 0) return finding('failed', 'address', 'silent', health.text)
  const { status, type, errors } = jsonOf(health)
  if (health.status === 200 && status === 'ok') return finding('passed', 'address', 'answers')
  if (String(type).endsWith('misconfigured') && Array.isArray(errors)) {
    const details = errors.map((error: { detail?: unknown }) => String(error.detail))
    return finding('failed', 'address', 'misconfigured', details.join('; '))
  }
  return finding('failed', 'address', 'otherService', health.status)
}

export async function checkSetup(visit: Visit, health: Seen): Promise<readonly Finding[]> {
  return [
    checkPublicUrl(visit, health),
    checkHttps(visit, health),
    checkClock(health),
    ...(await checkVersion(visit, health)),
    await checkGuard(visit, health),
    await checkToken(visit),
  ]
}

function checkPublicUrl({ origin }: Visit, health: Seen): Finding {
  const told = String(jsonOf(health)['publicUrl'])
  return told === origin
    ? finding('passed', 'public-url', 'sameAddress', origin)
    : finding('failed', 'public-url', 'otherAddress', told, origin)
}

function checkHttps({ origin }: Visit, { headers }: Seen): Finding {
  if (isLocal(new URL(origin))) return finding('skipped', 'https', 'thisMachine')
  return headers.has('strict-transport-security')
    ? finding('passed', 'https', 'secure')
    : finding('warning', 'https', 'noPolicy')
}

function checkClock(health: Seen): Finding {
  const seconds = Math.round((Date.parse(String(jsonOf(health)['time'])) - Date.now()) / 1000)
  return Math.abs(seconds) <= maxSkew
    ? finding('passed', 'clock', 'rightClock')
    : finding('warning', 'clock', 'wrongClock', seconds)
}

async function checkVersion({ look, origin }: Visit, health: Seen): Promise<readonly Finding[]> {
  const build = String(jsonOf(health)['build'])
  const { info } = jsonOf(await look('/openapi.json')) as { info?: { version?: unknown } }
  const theirs = String(info?.version)
  const ours = packageJson.version
  if (theirs !== ours) return [finding('warning', 'version', 'otherContract', theirs, ours)]
  if (build === 'dev' && !isLocal(new URL(origin)))
    return [finding('warning', 'version', 'versionUnknown')]
  return [finding('passed', 'version', 'versionKnown', build, theirs)]
}

async function checkGuard({ look }: Visit, health: Seen): Promise<Finding> {
  const refused = await look('/v1/repair', { method: 'POST' })
  if (refused.status !== 401) return finding('failed', 'guard', 'unguarded', refused.status)
  return jsonOf(health)['publishing'] === true
    ? finding('passed', 'guard', 'guarded')
    : finding('warning', 'guard', 'noTokens')
}

/** A dry run of a document that is none: a token that is known is told so, and nothing is written. */
async function checkToken({ look, token }: Visit): Promise<Finding> {
  if (token === null) return finding('skipped', 'token', 'tokenNotGiven')
  const { status } = await look('/v1/timelines/doctor?dryRun=true', {
    method: 'PUT',
    body: '{}',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-none-match': '*',
    },
  })
  return status === 401
    ? finding('failed', 'token', 'tokenRefused')
    : finding('passed', 'token', 'tokenGood')
}
