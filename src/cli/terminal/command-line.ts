// Commands that a command proposes, so that they run as they are printed.
import { withPlaceholders } from './speech.ts'

/**
 * A command of this program, as one runs it in a clone. Words that a shell would split or read otherwise
 * are quoted; placeholders, such as `<folder>`, are for people.
 * @example commandLine('publish', 'my town.json') → npx jishi publish 'my town.json'
 */
export const commandLine = (...words: readonly string[]): string =>
  ['npx jishi', ...words.map(shellWord)].join(' ')

/** A word of a command: as POSIX (2.2.2) quotes it, and on Windows as both of its shells do. */
export function shellWord(word: string): string {
  if (/^<[a-z]+>$/.test(word)) return withPlaceholders(word)
  if (/^[\p{L}\p{N}\p{M}_./:=@%+,\\-]+$/u.test(word) && !(isPosix && word.includes('\\')))
    return word
  return isPosix ? `'${word.replaceAll("'", String.raw`'\''`)}'` : `"${word}"`
}

const isPosix = process.platform !== 'win32'
