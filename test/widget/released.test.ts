import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { releaseFault, releaseFiles } from '../../src/assets/release-widget.ts'
import {
  inOrder,
  integrityOf,
  readReleased,
  readReleases,
  releasedAssets,
  releasedFolder,
} from '../../src/assets/released.ts'

const releases = readReleases()
const versions = inOrder(Object.keys(releases))
const newest = versions.at(-1) ?? ''

test.each(versions)('every file of release %s is as it was released', (version) => {
  const files = Object.entries(releases[version] ?? {})
  expect(files.length).toBeGreaterThan(5)
  expect(readdirSync(join(releasedFolder, version)).toSorted()).toEqual(
    files.map(([name]) => name).toSorted(),
  )
  for (const [name, integrity] of files)
    expect(integrityOf(readReleased(version, name), 'sha384'), name).toBe(integrity)
})

test('every folder is a release, and there is one', () => {
  const folders = readdirSync(releasedFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(folders.length).toBeGreaterThan(0)
  expect(inOrder(folders)).toEqual(versions)
})

test('the newest release is what the sources build', async () => {
  const advice = `the widget changed: npm run release:widget -- <version after ${newest}>`
  const built = await releaseFiles(newest)
  expect([...built.keys()].toSorted(), advice).toEqual(
    Object.keys(releases[newest] ?? {}).toSorted(),
  )
  for (const [name, text] of built)
    expect(text === readReleased(newest, name), `${name}: ${advice}`).toBe(true)
})

describe('a release', () => {
  const released = ['0.2.0', '1.0.0']

  test.each(['1.0.1', '1.0.10', '2.0.0'])('may be %s after 1.0.0', (version) => {
    expect(releaseFault(version, released)).toBeNull()
  })

  test.each([
    ['1.0.0', /is released and never changes/],
    ['0.9.0', /lies before 1\.0\.0/],
    ['1.0', /no version/],
    ['../1.2.3', /no version/],
    ['01.2.3', /no version/],
  ])('may not be %s after 1.0.0', (version, fault) => {
    expect(releaseFault(version, released)).toMatch(fault)
  })

  test('1.10.0 lies behind 1.9.0', () => {
    expect(releaseFault('1.9.1', ['1.9.0', '1.10.0'])).toMatch(/lies before 1\.10\.0/)
  })
})

test('the assets hold every release, the newest under its major version, and a manifest', () => {
  const assets = releasedAssets()
  const major = `widget/v${newest.split('.')[0]}`
  for (const name of ['event-timeline.js', 'event-timeline.d.ts', 'custom-elements.json'])
    expect(assets.get(`${major}/${name}`)).toBe(readReleased(newest, name))
  expect([...assets.keys()].filter((path) => path.startsWith(major))).toHaveLength(3)
  expect(assets.get(`widget/${newest}/event-timeline.en.more.js`)).toBeDefined()
  expect(JSON.parse(assets.get('widget/manifest.json') ?? '')).toEqual({
    path: `/widget/${newest}/event-timeline.js`,
    integrity: releases[newest]?.['event-timeline.js'],
  })
})
