import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { buildAssets } from '../../src/assets/build.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { ownFolder } from '../support/own.ts'

let root = ''
const asset = (name: string): string => join(root, '.assets', name)

beforeEach(() => {
  root = ownFolder()
})

test('builds the reference page in every language, without scripts and without other sites', () => {
  buildAssets(root)
  const files = readdirSync(asset('reference'))
  expect(files.toSorted()).toEqual(uiLanguages.map((ui) => `${ui}.txt`).toSorted())
  for (const file of files) {
    const page = readFileSync(asset(`reference/${file}`), 'utf8')
    expect(page).toContain(`<html lang="${file.replace('.txt', '')}">`)
    expect(page).not.toMatch(/<script|(?:src|href)="https?:\/\/(?!service\.invalid)/)
  }
})

test('removes what is stale, mends what is changed and leaves the rest untouched', () => {
  buildAssets(root)
  const before = statSync(asset('reference/en.txt')).mtimeMs
  mkdirSync(asset('old'))
  writeFileSync(asset('old/stale.js'), '')
  writeFileSync(asset('openapi.json'), 'changed')
  buildAssets(root)
  expect(readdirSync(asset(''))).not.toContain('old')
  expect(readFileSync(asset('openapi.json'), 'utf8')).toContain('"openapi":"3.1.0"')
  expect(statSync(asset('reference/en.txt')).mtimeMs).toBe(before)
})
