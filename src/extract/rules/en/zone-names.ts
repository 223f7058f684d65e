// Time zones by the names that English texts give them behind a clock time: ET, Pacific time, Beijing time.
import type { ZoneName } from '../time-zone.ts'

const word = '[A-Z][a-z]{1,20}'
const sort = '(?:(?:standard|daylight|summer) )?'
const names = `(?:${word} ){1,3}${sort}[Tt]ime|[ECMP][SD]?T|UTC|GMT|BST|CES?T|EES?T|IST|JST|HKT|SGT|AES?T|local time`

export const zoneAfterClock = new RegExp(` \\(?(?:${names})(?![A-Za-z])\\)?`, 'y')

const clockEnd = '\\d|[AaPp][Mm]|[AaPp]\\.[Mm]\\.?|[Nn]oon|[Mm]idday|[Mm]idnight'
export const zoneName = new RegExp(`(?<=(?:${clockEnd}) \\(?)(?:${names})(?![A-Za-z])`, 'g')

export const zoneOfAll = new RegExp(
  `\\b[Aa]ll times (?:are |given )?(?:in )?(?:the )?(${names}|${word})(?![A-Za-z])`,
)

const known: readonly (readonly [words: RegExp, zone: string])[] = [
  [/^(?:UTC|GMT|Greenwich )/, 'Etc/UTC'],
  [/^(?:E[SD]?T$|(?:US |North American )?Eastern |New York |Washington )/, 'America/New_York'],
  [/^(?:C[SD]?T$|(?:US )?Central (?!European)|Chicago )/, 'America/Chicago'],
  [/^(?:M[SD]?T$|(?:US )?Mountain |Denver )/, 'America/Denver'],
  [
    /^(?:P[SD]?T$|(?:US )?Pacific |Los Angeles |San Francisco |California |Seattle )/,
    'America/Los_Angeles',
  ],
  [/^(?:BST|British |UK |London )/, 'Europe/London'],
  [/^(?:CES?T$|Central European |Berlin |Paris |Rome |Madrid |Geneva |Zurich )/, 'Europe/Berlin'],
  [/^(?:Moscow )/, 'Europe/Moscow'],
  [/^(?:IST$|Indian? )/, 'Asia/Kolkata'],
  [/^(?:HKT$|Beijing |Shanghai |China |Hong Kong |Taipei |Taiwan )/, 'Asia/Shanghai'],
  [/^(?:SGT$|Singapore )/, 'Asia/Singapore'],
  [/^(?:JST$|Tokyo |Japan )/, 'Asia/Tokyo'],
  [/^(?:Korean? |Seoul )/, 'Asia/Seoul'],
  [/^(?:AES?T$|Sydney |Melbourne |Canberra )/, 'Australia/Sydney'],
]

/** Of two that share a name, such as Ireland's and India's IST, the one that more people mean. */
export const zoneOf = (words: string): ZoneName =>
  known.find(([name]) => name.test(words))?.[1] ?? null
