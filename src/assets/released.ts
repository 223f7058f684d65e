// The releases of the widget, committed beside the sources and never changed. Each is a folder of
// files, and `releases.json` has the integrity of each file. Node, without esbuild.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `sha384-…` of each file by its name. */
export type Release = Readonly<Record<string, string>>

export const mainFile = 'event-timeline.js'
export const widgetFolder = join(import.meta.dirname, '../widget')
export const releasedFolder = join(widgetFolder, 'released')

/** Files for tools: the types of the element, and its manifest. */
export const describingFiles: readonly string[] = ['event-timeline.d.ts', 'custom-elements.json']

/** Every release by its version. */
export function readReleases(): Readonly<Record<string, Release>> {
  const list = join(releasedFolder, 'releases.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, Release>) : {}
}

export const readReleased = (version: string, file: string): string =>
  readFileSync(join(releasedFolder, version, file), 'utf8')

/** The three numbers of a version such as `1.0.0`; null if it is not a version. */
export function versionNumbers(version: string): readonly number[] | null {
  return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version)
    ? version.split('.').map(Number)
    : null
}

/** Versions sorted from oldest to newest. */
export const inOrder = (versions: readonly string[]): readonly string[] =>
  versions.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** `sha256-…` or `sha384-…` (W3C Subresource Integrity). */
export const integrityOf = (text: string, algorithm: 'sha256' | 'sha384'): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`

/**
 * The static assets by path: every release under its version, the newest release of each major
 * version under `v1`, and the manifest that tells the service which file its embed snippets name.
 */
export function releasedAssets(): ReadonlyMap<string, string> {
  const releases = readReleases()
  const assets = new Map<string, string>()
  let newest: { path: string; integrity: string | undefined } | undefined
  for (const version of inOrder(Object.keys(releases))) {
    const files = releases[version] ?? {}
    for (const file of Object.keys(files)) {
      const text = readReleased(version, file)
      assets.set(`widget/${version}/${file}`, text)
      if (file === mainFile || describingFiles.includes(file))
        assets.set(`widget/v${version.split('.', 1)[0]}/${file}`, text)
    }
    newest = { path: `/widget/${version}/${mainFile}`, integrity: files[mainFile] }
  }
  if (newest) assets.set('widget/manifest.json', JSON.stringify(newest))
  return assets
}
