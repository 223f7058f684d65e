import type { DoctorMessages } from '../../tables/terminal/doctor.ts'
import { plural } from '../plural.ts'

export const enDoctor: DoctorMessages = {
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
  silent: (detail) =>
    `nothing answers: ${detail}. Is it deployed or started, and is the address right?`,
  misconfigured: (faults) => `the service has settings that it cannot use: ${faults}`,
  otherService: (status) =>
    `GET /health answers ${status}, not as this service does. Does something else stand at this address, or before it?`,
  sameAddress: (address) => `all addresses begin with ${address}`,
  otherAddress: (told, asked) =>
    `the service gives out addresses that begin with ${told}, but is reached at ${asked}. Set PUBLIC_URL in wrangler.toml and deploy, or look at the other address`,
  secure: 'readers are told to use HTTPS only',
  noPolicy:
    'answers have no Strict-Transport-Security: does something between the service and you remove it?',
  thisMachine: 'not looked at on this machine',
  rightClock: 'it agrees with the clock of this machine',
  wrongClock: (seconds) =>
    `it differs from the clock of this machine by ${seconds} s: editions and expiry of tokens are dated by it. Which of the two is wrong?`,
  versionKnown: (build, version) => `build ${build}, contract ${version}`,
  versionUnknown:
    'the service does not know its version, so that clients keep old answers after a deploy: add [version_metadata] to wrangler.toml',
  otherContract: (theirs, ours) =>
    `its contract is ${theirs}, that of this clone ${ours}: deploy, or use the commands of its version`,
  guarded: 'refused',
  unguarded: (status) =>
    `a write without a token is answered ${status} instead of 401: does something before the service answer?`,
  noTokens:
    'no token is set that is still valid, so nobody can publish: npx jishi token <name> --into tokens.json, then npx wrangler secret put PUBLISH_TOKENS < tokens.json',
  tokenGood: 'the service knows it',
  tokenRefused:
    'the service refuses it: it was not set, has expired, or was hashed with a line end (printf %s "$PUBLISH_TOKEN" | sha256sum)',
  tokenNotGiven: 'not looked at, since PUBLISH_TOKEN is not set here',
  listed: (timelines) => `it can be read: ${plural(timelines, 'timeline', 'timelines')}`,
  unlisted: (status) => `it cannot be read (${status}): npx jishi repair --all`,
  headsAgree: 'they are those of the list',
  headsBehind: (where) =>
    `the list names others, perhaps because it is less than two minutes old: ${where}. If it stays so: npx jishi repair --all`,
  headsUnreadable: (where) => `cannot be read: ${where}. npx jishi repair --all writes them anew`,
  copiesThere: (editions) => `all can be read: ${plural(editions, 'edition', 'editions')}`,
  copiesMissing: (where) => `cannot be read: ${where}. npx jishi repair --all writes them anew`,
  cachingKept: 'headers arrive as they were sent, 304 works, and the query counts',
  cachingChanged: (header, wanted, seen) =>
    `${header} is “${seen}” instead of “${wanted}”: something before the service changes it`,
  notConditional: (status) =>
    `a request with the tag that was just given is answered ${status} instead of 304: something before the service drops If-None-Match or changes ETag`,
  queryIgnored:
    'another query gives the same answer: a cache before the service ignores the query, which is the filter',
  compressed: 'calendars are compressed',
  notCompressed: (path) => `${path} is not compressed, although the request accepts gzip`,
  authorityHeld: 'none is that of an example',
  authorityOfExamples: (where) =>
    `that of an example, which nobody holds: ${where}. It cannot be changed after the first edition, so publish under an id and an authority of your own`,
  nothingToLookAt: 'not looked at, since no timeline is published yet',
  summary: ({ failed, warnings, passed }) =>
    `${failed} failed, ${plural(warnings, 'warning', 'warnings')}, ${passed} passed`,
}
