import { expect, test } from 'vitest'
import { doubtOf } from '../../src/cli/publishing/authority.ts'

test.each([
  ['town.cn', 'https://town.cn', null],
  ['town.cn', 'https://timelines.town.cn', null],
  ['town.cn', 'https://othertown.cn', 'other'],
  ['timelines.town.cn', 'https://town.cn', 'other'],
  ['town.cn', 'https://jishi.town.workers.dev', 'other'],
  ['jishi.example', 'https://timelines.town.cn', 'nobody'],
  ['jishi.example', 'https://jishi.example', 'nobody'],
  ['a.example.com', 'https://timelines.town.cn', 'nobody'],
  ['notexample.com', 'https://timelines.town.cn', 'other'],
  ['jishi.example', 'http://localhost:8787', null],
])('a first edition of %s on %s: %s [fault 9.9]', (domain, origin, doubt) => {
  expect(doubtOf(domain, origin)).toBe(doubt)
})
