import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildAssets } from '../../src/assets/build.ts'

let root = ''
const asset = (name: string): string => join(root, '.assets', name)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jishi-build-'))
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

test('builds the viewer of the API reference without source maps', () => {
  buildAssets(root)
  const files = readdirSync(asset('docs-viewer'))
  expect(files).toEqual(
    expect.arrayContaining([
      'index.html',
      'start.js',
      'swagger-ui.css',
      'swagger-ui-bundle.js',
      'swagger-ui-bundle.js.LICENSE.txt',
      'LICENSE.txt',
    ]),
  )
  for (const file of files) {
    expect(file).not.toMatch(/\.map$/)
    expect(readFileSync(asset(`docs-viewer/${file}`), 'utf8')).not.toContain('sourceMappingURL')
  }
})

test('the viewer loads our own contract and asks no validator', () => {
  buildAssets(root)
  const start = readFileSync(asset('docs-viewer/start.js'), 'utf8')
  expect(start).toContain("url: '/openapi.json'")
  expect(start).toContain('validatorUrl: null')
  expect(start.replaceAll(/\/\/.*/g, '')).not.toMatch(/https?:/)
})

test('removes what is stale, mends what is changed and leaves the rest untouched', () => {
  buildAssets(root)
  const before = statSync(asset('docs-viewer/swagger-ui-bundle.js')).mtimeMs
  mkdirSync(asset('old'))
  writeFileSync(asset('old/stale.js'), '')
  writeFileSync(asset('docs-viewer/start.js'), 'changed')
  buildAssets(root)
  expect(readdirSync(asset(''))).not.toContain('old')
  expect(readFileSync(asset('docs-viewer/start.js'), 'utf8')).toContain('openapi.json')
  expect(statSync(asset('docs-viewer/swagger-ui-bundle.js')).mtimeMs).toBe(before)
})
