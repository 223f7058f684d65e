// Names in a sentence, of which there may be many.
import { say } from './speech.ts'

/** More than these are counted. */
const most = 5

export const few = (names: readonly string[]): string =>
  say().few(names.slice(0, most), names.length)
