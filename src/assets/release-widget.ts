// `npm run release:widget -- <version>`: builds the widget into `src/widget/released/<version>/`,
// to be committed. A release never changes; `--force` is for versions that have not been served
// yet.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWidget } from './widget.ts'
import {
  describingFiles,
  inOrder,
  integrityOf,
  readReleases,
  releasedFolder,
  widgetFolder,
  versionNumbers,
} from './released.ts'

/** The files of a release by name. */
export async function releaseFiles(version: string): Promise<ReadonlyMap<string, string>> {
  const { files } = await buildWidget(version)
  const described = describingFiles.map(
    (name) => [name, readFileSync(join(widgetFolder, name), 'utf8')] as const,
  )
  return new Map([...files, ...described])
}

/** Why a version cannot be released; null where it can. */
export function releaseFault(version: string, released: readonly string[]): string | null {
  if (versionNumbers(version) === null) return `'${version}' is no version such as 1.2.3`
  if (released.includes(version))
    return `${version} is released and never changes: choose a higher version`
  const newest = inOrder(released).at(-1)
  return newest !== undefined && inOrder([version, newest]).at(-1) === newest
    ? `${version} lies before ${newest}: choose a higher version`
    : null
}

async function release(version: string): Promise<void> {
  const files = await releaseFiles(version)
  const folder = join(releasedFolder, version)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const integrity = Object.fromEntries(
    [...files].map(([name, text]) => [name, integrityOf(text, 'sha384')]),
  )
  const releases = { ...readReleases(), [version]: integrity }
  writeFileSync(join(releasedFolder, 'releases.json'), `${JSON.stringify(releases, null, 2)}\n`)
}

if (import.meta.main) {
  const [version = '', ...options] = process.argv.slice(2)
  const isForced = options.includes('--force') && versionNumbers(version) !== null
  const fault = isForced ? null : releaseFault(version, Object.keys(readReleases()))
  if (fault === null) await release(version)
  else {
    process.stderr.write(`${fault}\n`)
    process.exitCode = 1
  }
}
