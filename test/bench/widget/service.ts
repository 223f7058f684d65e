// The whole service in this process over timelines in memory, on loopback: the real app and the widget
// as it is built.
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { failed, ok } from '../../../src/domain/result.ts'
import type { Head } from '../../../src/edition/head.ts'
import { createHeadReader } from '../../../src/edition/head-reader.ts'
import type { EditionReader } from '../../../src/edition/reader.ts'
import { firstEdition } from '../../support/first-edition.ts'
import type { Store } from '../../../src/store/read/store.ts'
import { buildWidget } from '../../../src/assets/widget.ts'
import { openSite } from '../../browser/site.ts'
import { createMemoryService } from '../../support/memory-service.ts'
import { zipped } from './zipped.ts'

export interface Service {
  readonly origin: string
  /** The released file of the element. */
  readonly widget: { readonly url: string; readonly integrity: string }
  /** Text of each file of the widget, by its name. */
  readonly files: ReadonlyMap<string, string>
  /** What was logged: faults only. */
  readonly logged: readonly unknown[]
  close(): Promise<void>
}

export interface Edition {
  readonly head: Head
  readonly reader: EditionReader
}

const release = '0.0.1'

export async function openService(editions: ReadonlyMap<string, Edition>): Promise<Service> {
  const { files, main, integrity } = await buildWidget(release)
  const path = `/widget/${release}/${main}`
  const assets = new Map([...files].map(([name, text]) => [`/widget/${release}/${name}`, text]))
  assets.set('/widget/manifest.json', JSON.stringify({ path, integrity }))
  let answer: (request: Request) => Promise<Response> = async () => Response.error()
  const site = await openSite((request) => answer(request))
  const { at, logged } = await createMemoryService({
    store: storeOf(editions),
    assets: async ({ url }) => assetOf(assets.get(new URL(url).pathname)),
    publicUrl: site.origin,
  })
  answer = async ({ url, headers }) => zipped(await at(url, { headers }))
  return {
    origin: site.origin,
    widget: { url: site.origin + path, integrity },
    files,
    logged,
    close: () => site.close(),
  }
}

/** The first edition of a document, of any size. */
export function editionOf(document: TimelineDocument): Edition {
  const { head } = firstEdition(document)
  return { head, reader: createHeadReader(head) }
}

const storeOf = (editions: ReadonlyMap<string, Edition>): Store => ({
  async current(id) {
    const edition = editions.get(id)
    return edition ? ok({ value: edition.reader, stale: false }) : failed('not-found')
  },
  edition: async () => failed('not-found'),
  changes: async () => [],
  timelines: async () => failed('unavailable'),
  document: async () => ({ ok: false, failure: 'not-found' }) as const,
  part: async () => ({ ok: false, failure: 'not-found' }) as const,
  expire: () => undefined,
})

const assetOf = (text: string | undefined): Response =>
  text === undefined
    ? new Response('', { status: 404 })
    : new Response(text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
