// Collections that people bring, published with the command line to the local service, in workerd: one of
// 1,600 records and one of 1,500 articles, whose every filter is compared; then one that is too large for
// one request: the service ends without warning in the middle of the upload, starts again over the same
// folder, and the same command goes on. Its every filter is compared, too, and it is pulled back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { EditionEntry } from '../../src/edition/head.ts'
import { datedArticles, researchCollection } from '../support/collections.ts'
import { filtersOfArticles, filtersOfCollection, wrongFilters } from '../support/filters.ts'
import { localService, type Local } from './local.ts'

export interface PublishedCollections {
  readonly events: number
  /** Of each collection. */
  readonly megabytes: readonly string[]
  readonly violations: readonly string[]
}

/** Calls `use` with a service that is running, and a folder for files. */
async function withService(
  use: (local: Local, folder: string) => Promise<PublishedCollections>,
): Promise<PublishedCollections> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-parts-'))
  const local = await localService(folder, 8_950)
  try {
    await local.start()
    return await use(local, folder)
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const megabytesOf = (text: string): string => (Buffer.byteLength(text) / 1e6).toFixed(1)

export const runCollections = (): Promise<PublishedCollections> =>
  withService(async (local, folder) => {
    const violations: string[] = []
    const megabytes: string[] = []
    let events = 0
    for (const [document, filters] of [
      [researchCollection(1600), filtersOfCollection],
      [datedArticles(1500), filtersOfArticles],
    ] as const) {
      const file = join(folder, `${document.id}.json`)
      const text = JSON.stringify(document)
      writeFileSync(file, text)
      const publish = local.jishi('publish', file, '--yes')
      if ((await publish.ended) !== 0) violations.push(`publish: ${publish.output()}`)
      else violations.push(...(await wrongIn(local, document, filters)))
      megabytes.push(megabytesOf(text))
      events += document.events.length
    }
    return { events, megabytes, violations }
  })

const linesOf = ({ events, ...rest }: TimelineDocument): string =>
  [rest, ...events].map((one) => `${JSON.stringify(one)}\n`).join('')

export const runParts = (count: number): Promise<PublishedCollections> =>
  withService(async (local, folder) => {
    const violations: string[] = []
    const collection = researchCollection(count)
    const text = linesOf(collection)
    const [file, again] = [join(folder, 'collection.ndjson'), join(folder, 'again.ndjson')]
    writeFileSync(file, text)
    const first = local.jishi('publish', file, '--yes', '--wait', '1')
    await first.said(/^uploaded/m)
    await local.kill()
    if ((await first.ended) !== 4) violations.push(`a broken upload ends with ${await first.ended}`)
    await local.start()
    const second = local.jishi('publish', file, '--yes')
    if ((await second.ended) !== 0) violations.push(`the same command again: ${second.output()}`)
    if (!second.output().includes('from before')) violations.push('everything was uploaded again')
    violations.push(...(await wrongIn(local, collection, filtersOfCollection)))
    const pull = local.jishi('pull', collection.id, '-o', again)
    if ((await pull.ended) !== 0) violations.push(`pull: ${pull.output()}`)
    else if (readFileSync(again, 'utf8') !== text) violations.push('pulled back otherwise')
    return { events: count, megabytes: [megabytesOf(text)], violations }
  })

async function wrongIn(
  local: Local,
  document: TimelineDocument,
  filters: readonly string[],
): Promise<string[]> {
  const kept = await local.fetch(`/v1/timelines/${document.id}/editions/1`)
  const { edition } = (await kept.json()) as { edition: EditionEntry }
  return wrongFilters(local, document, edition, filters)
}
