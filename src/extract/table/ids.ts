// Ids of what an import adds: words of an English title, else the day and a letter.
import { parseEdtf, type Edtf } from '../../domain/date/edtf.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'

const longest = 56

/** Ids that are there already. */
export type TakenIds = Pick<ReadonlySet<string>, 'has'>

/** @example wordsId('The Town’s First Hall') → 'the-towns-first-hall'; null for other scripts */
export function wordsId(title: string): string | null {
  const letters = title.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(letters)) return null
  const slug = letters
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const cut = slug.length > longest ? slug.slice(0, longest + 1).replace(/-[^-]*$/, '') : slug
  const id = cut.slice(0, longest).replace(/-$/, '')
  return /[a-z]{2}/.test(id) && isIdentifier(id) ? id : null
}

/** The id itself, or with the first number that makes it new. */
export function uniqueId(id: string, taken: TakenIds): string {
  if (!taken.has(id)) return id
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`
}

/** `2020-02-24-b`: the date as far as it is one, and the first letter that makes it new. */
export function dayId(date: string, taken: TakenIds, prefix = ''): string {
  const day = `${prefix}${namedDay(date)}`
  for (let number = 0; ; number++) {
    const id = `${day}-${letterOf(number)}`
    if (!taken.has(id)) return id
  }
}

function letterOf(number: number): string {
  const last = String.fromCharCode(97 + (number % 26))
  return number < 26 ? last : letterOf(Math.floor(number / 26) - 1) + last
}

/** 2020-02-01 and 2020-02-10 share 2020-02. */
function shared(first: string, last: string): string {
  const [one, other] = [first.split('-'), last.split('-')]
  const until = one.findIndex((part, index) => part !== other[index])
  return one.slice(0, until === -1 ? undefined : until).join('-')
}

/** Digits of the day, month or year that the form names first. */
function namedDay(date: string): string {
  const parsed = parseEdtf(date)
  const edtf: Edtf | null = parsed.ok ? parsed.value : null
  if (edtf === null) return 'undated'
  if (edtf.form === 'before') return 'undated'
  const ends = date
    .replaceAll(/[[\]?~%]|T.*/g, '')
    .split(/\/|,|\.\./)
    .filter((end) => end !== '')
  const [first = '', last = first] = [ends[0], ends.at(-1)]
  // Of one day within a time only what both of its ends say.
  const isWithin = edtf.form === 'within' || edtf.form === 'list'
  const plain = (isWithin ? shared(first, last) : first).replaceAll('X', 'x')
  if (plain === '') return 'undated'
  return plain.startsWith('-') ? `bc${plain}` : plain
}
