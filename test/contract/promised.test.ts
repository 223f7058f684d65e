// From version 1.0.0 on nothing that programs build on goes away, and nothing more is asked of them
// (docs/api.md, "Stability").
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newlyAsked, promisedFolder, promisedNow, readPromised } from './promised.ts'

const releases = readdirSync(promisedFolder)

test.each(releases)('what %s promised is kept', (file) => {
  const { keeps } = readPromised(readFileSync(join(promisedFolder, file), 'utf8'))
  expect(keeps.length).toBeGreaterThan(1000)
  const now = new Set(promisedNow().keeps)
  expect(keeps.filter((line) => !now.has(line))).toEqual([])
})

test.each(releases)('nothing is asked that %s did not ask, but of what is new', (file) => {
  const promised = readPromised(readFileSync(join(promisedFolder, file), 'utf8'))
  expect(promised.asks.length).toBeGreaterThan(50)
  expect(newlyAsked(promised, promisedNow().asks)).toEqual([])
})

test('a new route or object may ask for something, one that was promised may not', () => {
  const promised = {
    keeps: ['GET /v1/a', 'GET /v1/a query b', 'in Document.title: string'],
    asks: ['GET /v1/a query b'],
  }
  const ofNew = [
    'GET /v1/a.tsv path a',
    'GET /v1/a/c query b',
    'PUT /v1/a body',
    'in Other.id always',
  ]
  const ofKnown = ['GET /v1/a path a', 'GET /v1/a query c', 'in Document.language always']
  expect(newlyAsked(promised, [...promised.asks, ...ofNew, ...ofKnown])).toEqual(ofKnown)
})
