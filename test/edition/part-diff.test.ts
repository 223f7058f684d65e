import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { compareDocuments } from '../../src/cli/changes/comparison.ts'
import { comparisonLines } from '../../src/cli/changes/print.ts'
import { actor, document, source } from '../support/document.ts'

const linesOf = (after: ReturnType<typeof document>, language: 'zh-Hans' | 'en' = 'en') =>
  comparisonLines(compareDocuments(document(), after), language)
    .slice(1)
    .map((line) => stripVTControlCharacters(line))

test('a document and itself differ in nothing', () => {
  expect(compareDocuments(document(), document())).toMatchObject({
    added: [],
    changed: [],
    withdrawn: [],
    parts: [],
  })
})

test('parts that come and go are named', () => {
  const actors = [...document().actors.slice(1), actor()]
  expect(linesOf(document({ actors, events: [] })).slice(-2)).toEqual([
    '+ Actor 王芳 (wang-fang)',
    '- Actor 镇委 (committee)',
  ])
})

test('parts that changed are told field by field, with names for ids', () => {
  const actors = document().actors.map((one) =>
    one.id === 'li-ming' ? { ...one, memberOf: ['enterprises'], role: '书记' } : one,
  )
  const sources = [source({ publisher: '报社', authors: ['甲', '乙'] })]
  const licence = { name: 'CC0', url: 'https://licence.example/' }
  expect(
    linesOf(document({ actors, sources, licence, timeZone: 'Asia/Tokyo' }), 'zh-Hans'),
  ).toEqual([
    '~ 时间线 小镇 (town-2020)',
    '    时区：Asia/Shanghai → Asia/Tokyo',
    '    许可：（无） → CC0 https://licence.example/',
    '~ 人物、机构与地点 李明 (li-ming)',
    '    身份：（无） → 书记',
    '    所属：镇委 → 企业',
    '~ 来源 镇报 (town-news)',
    '    发布者：（无） → 报社',
    '    作者：（无） → 甲、乙',
  ])
})

test('names beside the usual one are compared', () => {
  const actors = document().actors.map((one) =>
    one.id === 'enterprises' ? { ...one, aliases: { 'zh-Hans': ['厂家'] } } : one,
  )
  expect(linesOf(document({ actors }))).toEqual([
    '~ Actor 企业 (enterprises)',
    '    Other names: 镇内企业 → 厂家',
  ])
})
