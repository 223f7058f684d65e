// English: the sentences of `jishi doctor`: what is looked at, and what was found.
import type { Translation } from '../../../domain/text/translation.ts'
import { plural } from '../plural.ts'

/** Values are as they were seen; `where` names timelines or editions, the first few of them. */
export type DoctorMessages = Translation<typeof enDoctor>

export const enDoctor = {
  /** What is looked at, in this order. */
  checks: {
    address: 'address',
    'public-url': 'PUBLIC_URL',
    https: 'HTTPS',
    clock: 'clock',
    version: 'version',
    guard: 'writes without a token',
    token: 'your token',
    list: 'list of timelines',
    heads: 'newest editions',
    copies: 'kept editions',
    caching: 'caching',
    compression: 'compression',
    authority: 'authority of the timelines',
  },
  answers: 'the service answers',
  /** The service does not answer, is overloaded or fails, so that nothing was seen. */
  notLookedAt: (status: number) =>
    `could not be looked at, since ${status === 0 ? 'no answer came' : `the answer was ${status}`}: look again later`,
  silent: (detail: string) =>
    `nothing answers: ${detail}. Is it deployed or started, and is the address right?`,
  misconfigured: (faults: string) => `the service has settings that it cannot use: ${faults}`,
  otherService: (status: number) =>
    `GET /health answers ${status}, not as this service does. Does something else stand at this address, or before it?`,
  sameAddress: (address: string) => `all addresses begin with ${address}`,
  otherAddress: (told: string, asked: string) =>
    `the service gives out addresses that begin with ${told}, but is reached at ${asked}. Set PUBLIC_URL in wrangler.toml and deploy, or look at the other address`,
  secure: 'readers are told to use HTTPS only',
  noPolicy:
    'answers have no Strict-Transport-Security: does something between the service and you remove it?',
  thisMachine: 'not looked at on this machine',
  rightClock: 'it agrees with the clock of this machine',
  wrongClock: (seconds: number) =>
    `it differs from the clock of this machine by ${seconds} s: editions and expiry of tokens are dated by it. Which of the two is wrong?`,
  versionKnown: (build: string, version: string) => `build ${build}, contract ${version}`,
  versionUnknown:
    'the service does not know its version, so that clients keep old answers after a deploy: add [version_metadata] to wrangler.toml',
  otherContract: (theirs: string, ours: string) =>
    `its contract is ${theirs}, that of this clone ${ours}: deploy, or use the commands of its version`,
  guarded: 'refused',
  unguarded: (status: number) =>
    `a write without a token is answered ${status} instead of 401: does something before the service answer?`,
  noTokens:
    'no token is set that is still valid, so nobody can publish: npx jishi token <name> --into tokens.json, then npx wrangler secret put PUBLISH_TOKENS < tokens.json',
  tokenGood: 'the service knows it',
  tokenRefused:
    'the service refuses it: it was not set, has expired, or was hashed with a line end (printf %s "$PUBLISH_TOKEN" | sha256sum)',
  tokenNotGiven: 'not looked at, since PUBLISH_TOKEN is not set here',
  listed: (timelines: number) => `it can be read: ${plural(timelines, 'timeline', 'timelines')}`,
  unlisted: (status: number, command: string) => `it cannot be read (${status}): ${command}`,
  headsAgree: 'they are those of the list',
  headsBehind: (where: string, command: string) =>
    `the list names others, perhaps because it is less than two minutes old: ${where}. If it stays so: ${command}`,
  headsUnreadable: (where: string, command: string) =>
    `cannot be read: ${where}. ${command} writes them anew`,
  copiesThere: (editions: number) => `all can be read: ${plural(editions, 'edition', 'editions')}`,
  copiesMissing: (where: string, command: string) =>
    `cannot be read: ${where}. ${command} writes them anew`,
  cachingKept: 'headers arrive as they were sent, 304 works, and the query counts',
  cachingChanged: (header: string, wanted: string, seen: string) =>
    `${header} is “${seen}” instead of “${wanted}”: something before the service changes it`,
  notConditional: (status: number) =>
    `a request with the tag that was just given is answered ${status} instead of 304: something before the service drops If-None-Match or changes ETag`,
  queryIgnored:
    'another query gives the same answer: a cache before the service ignores the query, which is the filter',
  compressed: 'calendars are compressed',
  notCompressed: (path: string) => `${path} is not compressed, although the request accepts gzip`,
  authorityHeld: 'none is that of an example',
  authorityOfExamples: (where: string) =>
    `that of an example, which nobody holds: ${where}. It cannot be changed after the first edition, so publish under an id and an authority of your own`,
  nothingToLookAt: 'not looked at, since no timeline is published yet',
  /** Numbers of findings. */
  summary: ({
    failed,
    warnings,
    passed,
  }: {
    readonly failed: number
    readonly warnings: number
    readonly passed: number
  }) => `${failed} failed, ${plural(warnings, 'warning', 'warnings')}, ${passed} passed`,
}
