import { expect, test } from 'vitest'
import { foldText } from '../../src/domain/text/fold.ts'
import { foldHan } from '../../src/domain/text/fold-han.ts'
import { actorNames, unfoldedText } from '../../src/edition/packed/actor-names.ts'
import type { Actor } from '../../src/domain/document/actor.ts'

const actor = (id: string, name: string, role?: string): Actor => ({
  id,
  kind: 'person',
  name: { 'zh-Hans': name, en: `${name} (en)` },
  ...(role !== undefined && { role: { 'zh-Hans': role } }),
})

test('folding changes the case alone of texts that are plain', () => {
  const units = Array.from({ length: 0x1_00_00 }, (_, unit) => String.fromCharCode(unit))
  const plain = units.filter((unit) => unfoldedText.test(unit))
  expect(plain.length).toBeGreaterThan(27_000)
  expect(plain.filter((unit) => foldText(unit) !== unit.toLowerCase())).toEqual([])
  // Nor does one of them change with those beside it.
  const text = [...plain, ...plain.toReversed()].join('')
  expect(foldText(text)).toBe(text.toLowerCase())
})

test('a term is found in the names and roles of all whose folded text holds it', () => {
  const actors = [
    actor('plain', '馮素華', '书记'),
    actor('marked', '“冯” Café', '副書記\n及主任'),
    actor('other', '李明', '主任'),
    actor('last', 'Feng–素华'),
  ]
  const holding = actorNames(actors, foldHan)
  expect(holding(foldHan('冯')).places.toSorted()).toEqual(['marked', 'plain'])
  expect(holding(foldHan('素华')).places.toSorted()).toEqual(['last', 'plain'])
  expect(holding('feng-').places).toEqual(['last'])
  expect(holding('cafe').places).toEqual(['marked'])
  expect(holding(foldHan('书记')).roles.toSorted()).toEqual(['marked', 'plain'])
  expect(holding(foldHan('主任')).roles.toSorted()).toEqual(['marked', 'other'])
  expect(holding('北京')).toEqual({ roles: [], places: [] })
})
