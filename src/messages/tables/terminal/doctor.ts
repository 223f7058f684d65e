// The sentences of `jishi doctor`: what is looked at, and what was found.

/** What is looked at, in this order. */
export const doctorChecks = [
  'address',
  'public-url',
  'https',
  'clock',
  'version',
  'guard',
  'token',
  'list',
  'heads',
  'copies',
  'caching',
  'compression',
  'authority',
] as const
export type DoctorCheck = (typeof doctorChecks)[number]

/** Values are as they were seen; `where` names timelines or editions, the first few of them. */
export interface DoctorMessages {
  readonly checks: Readonly<Record<DoctorCheck, string>>
  readonly answers: string
  readonly silent: (detail: string) => string
  readonly misconfigured: (faults: string) => string
  readonly otherService: (status: number) => string
  readonly sameAddress: (address: string) => string
  readonly otherAddress: (told: string, asked: string) => string
  readonly secure: string
  readonly noPolicy: string
  readonly thisMachine: string
  readonly rightClock: string
  readonly wrongClock: (seconds: number) => string
  readonly versionKnown: (build: string, version: string) => string
  readonly versionUnknown: string
  readonly otherContract: (theirs: string, ours: string) => string
  readonly guarded: string
  readonly unguarded: (status: number) => string
  readonly noTokens: string
  readonly tokenGood: string
  readonly tokenRefused: string
  readonly tokenNotGiven: string
  readonly listed: (timelines: number) => string
  readonly unlisted: (status: number) => string
  readonly headsAgree: string
  readonly headsBehind: (where: string) => string
  readonly headsUnreadable: (where: string) => string
  readonly copiesThere: (editions: number) => string
  readonly copiesMissing: (where: string) => string
  readonly cachingKept: string
  readonly cachingChanged: (header: string, wanted: string, seen: string) => string
  readonly notConditional: (status: number) => string
  readonly queryIgnored: string
  readonly compressed: string
  readonly notCompressed: (path: string) => string
  readonly authorityHeld: string
  readonly authorityOfExamples: (where: string) => string
  readonly nothingToLookAt: string
  /** Numbers of findings. */
  readonly summary: (counts: {
    readonly failed: number
    readonly warnings: number
    readonly passed: number
  }) => string
}
