// From version 1.0.0 on nothing that programs build on goes away, and nothing more is asked of them
// (docs/api.md, "Stability").
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { promisedFolder, promisedNow, readPromised } from './promised.ts'

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
  const [asked, known] = [new Set(promised.asks), promised.keeps]
  // A member of an object, or a parameter of a route, that is itself new may be needed.
  const isKnown = (line: string) => {
    const owner = line.replace(/\.[^.]*$| (?:body|path .*|query .*)$/, '')
    return known.some((one) => one === owner || one.startsWith(`${owner}.`))
  }
  expect(promisedNow().asks.filter((line) => !asked.has(line) && isKnown(line))).toEqual([])
})
