// Why the system did not do what a command asked it for, in the language that is spoken.
import { say } from './speech.ts'

/** Why a file cannot be read; an address of the web is none. */
export const whyUnread = (path: string, error: unknown): string =>
  /^https?:\/\//i.test(path) ? say().files.notFetched : reasonOf(error)

/** @example reasonOf(error of a file that is not there) → 'there is no such file' */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = Object.entries(say().files.reasons).find(([one]) => one === code)
  if (known !== undefined) return known[1]
  return code === '' ? String(error) : code
}
