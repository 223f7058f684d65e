// The whole service in this process, over timelines in memory, for a browser on loopback; and sites
// of others that embed it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { failed, ok } from '../../src/domain/result.ts'
import type { Head } from '../../src/edition/head.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import { firstEdition, firstInstant } from '../support/first-edition.ts'
import { createApp } from '../../src/http/app.ts'
import { printDay } from '../../src/domain/date/civil-day.ts'
import type { Store } from '../../src/store/read/store.ts'
import { referencePages } from '../../src/assets/build.ts'
import { describeService } from '../../src/assets/contract/service.ts'
import { routes } from '../../src/http/routes/table.ts'
import { buildWidget } from '../../src/assets/widget.ts'

export const release = '0.0.1'

export interface Site {
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly requests: string[]
  close(): Promise<void>
}

/** Serves the first and only edition of each document. */
export async function openService(documents: readonly TimelineDocument[]): Promise<Site> {
  const widget = await widgetFiles()
  let app: ReturnType<typeof createApp> | undefined
  const site = await openSite((request) => {
    app ??= createApp({
      store: storeOf(documents),
      publisher: {
        publish: unsupported,
        restore: unsupported,
        takeDown: unsupported,
        repair: unsupported,
        edit: unsupported,
        lease: unsupported,
        upload: unsupported,
        commitSegment: unsupported,
        giveUp: unsupported,
      },
      repairList: unsupported,
      callerOf: () => 'test',
      isSecure: () => true,
      purge: () => undefined,
      mayWrite: async () => true,
      mayAsk: async () => true,
      compresses: () => true,
      acceptEncodingOf: () => '',
      tokens: [],
      equal: () => false,
      assets: async ({ url }) => assetOf(widget, new URL(url).pathname),
      publicUrl: site.origin,
      build: 'test',
      now: () => Date.parse(firstInstant),
      log: (entry) => console.error(entry),
    })
    return app.fetch(request)
  })
  return site
}

/** Serves whatever `respond` gives on a free port of loopback. */
export async function openSite(
  respond: (request: Request) => Response | Promise<Response>,
): Promise<Site> {
  const requests: string[] = []
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    requests.push(path)
    const headers = Object.entries(incoming.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    )
    const answer = async () => {
      const response = await respond(
        new Request(`http://${incoming.headers.host}${path}`, { headers }),
      )
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    }
    answer().catch((error: unknown) => {
      outgoing.writeHead(500)
      outgoing.end(String(error))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A page of another site. */
export const hostPage = (body: string, headers: Record<string, string> = {}): Response =>
  new Response(
    `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title>${body}</html>`,
    { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } },
  )

interface Edition {
  readonly head: Head
  readonly reader: EditionReader
}

function storeOf(documents: readonly TimelineDocument[]): Store {
  const editions = new Map(documents.map((document) => [document.id, editionOf(document)]))
  const originals = new Map(documents.map((document) => [document.id, document]))
  return {
    async current(id) {
      const edition = editions.get(id)
      return edition ? ok({ value: edition.reader, stale: false }) : failed('not-found')
    },
    async edition(id) {
      const [edition, document] = [editions.get(id), originals.get(id)]
      if (edition === undefined || document === undefined) return failed('not-found')
      const { head, reader } = edition
      return ok({
        value: { entry: head.edition, head, document, changes: changesOf(head), reader },
        stale: false,
      })
    },
    async changes({ timeline }) {
      const edition = editions.get(timeline.id)
      return edition === undefined
        ? []
        : [{ entry: edition.head.edition, changes: changesOf(edition.head) }]
    },
    document: async ({ document }) => (document === null ? failed('not-found') : ok(document)),
    part: async () => failed('not-found'),
    expire: () => undefined,
    timelines: async () =>
      ok({
        value: {
          timelines: [...editions.values()].map(summaryOf),
          gone: [],
        },
        stale: false,
      }),
  }
}

const changesOf = ({ adds }: Edition['head']) => ({
  added: adds,
  changed: [],
  withdrawn: [],
  removed: [],
  parts: [],
})

function summaryOf({ head: { timeline, edition, adds } }: Edition) {
  const day = (event: (typeof adds)[number] | undefined) =>
    event === undefined ? null : printDay(event.when.anchor)
  return {
    id: timeline.id,
    title: timeline.title,
    language: timeline.language,
    edition: edition.number,
    published: edition.published,
    events: edition.events,
    first: day(adds[0]),
    last: day(adds.at(-1)),
  }
}

function editionOf(document: TimelineDocument): Edition {
  const { head } = firstEdition(document)
  return { head, reader: createHeadReader(head) }
}

let built: Promise<ReadonlyMap<string, string>> | undefined

/** Built once for all files of tests that this process runs; nobody changes them. */
const widgetFiles = (): Promise<ReadonlyMap<string, string>> => (built ??= buildFiles())

async function buildFiles(): Promise<ReadonlyMap<string, string>> {
  const { files, main, integrity } = await buildWidget(release)
  const manifest = JSON.stringify({ path: `/widget/${release}/${main}`, integrity })
  return new Map([
    ...[...files].map(([name, text]) => [`/widget/${release}/${name}`, text] as const),
    [`/widget/v1/${main}`, files.get(main) ?? ''],
    ['/widget/manifest.json', manifest],
    ...referencePages(describeService(routes)).map(([path, text]) => [`/${path}`, text] as const),
  ])
}

function assetOf(files: ReadonlyMap<string, string>, path: string): Response {
  const text = files.get(path)
  if (text === undefined) return new Response('', { status: 404 })
  const type = path.endsWith('.json') ? 'application/json' : 'text/javascript; charset=utf-8'
  return new Response(text, { headers: { 'content-type': type } })
}

const unsupported = async () => failed({ reason: 'unavailable' } as const)
