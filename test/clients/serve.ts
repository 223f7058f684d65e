// Serves the documents in every format on loopback, by the writers alone, under the paths of the API:
// /v1/timelines/{timeline}/events.{extension}. Any `to` gives an empty answer.
// Usage: node test/clients/serve.ts [port]; prints its base URL, then serves until it is ended.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { firstEdition, firstInstant } from '../support/first-edition.ts'
import type { FormatInput, Format } from '../../src/formats/format.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { documents } from './documents.ts'

const route = /^\/v1\/timelines\/([a-z0-9-]+)\/events\.([a-z.]+)$/

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', base())
  const [, timeline = '', extension] = route.exec(url.pathname) ?? []
  const build = documents[timeline]
  const format = formats.find((one) => one.extension === extension)
  if (build === undefined || format === undefined) {
    response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{"status":404}')
    return
  }
  const feed = feedOf(timeline, format, url)
  response.writeHead(200, { 'content-type': format.mediaType })
  response.end(format.write(feed))
})

function base(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function feedOf(name: string, format: Format, url: URL): FormatInput {
  const { timeline, events } = firstEdition(documents[name]!())
  const shown = url.searchParams.has('to') ? [] : events
  const page = `${base()}/timelines/${name}`
  return {
    timeline,
    edition: { number: 1, published: firstInstant },
    events: shown,
    total: shown.length,
    setAside: 0,
    filter: url.searchParams.get('to') ?? '',
    language: 'zh-Hans',
    content: 'zh-Hans',
    vague: false,
    links: {
      self: url.href,
      subscription: url.href,
      page,
      format: (other) => {
        const extension = formats.find(({ name }) => name === other)?.extension ?? format.extension
        return `${base()}/v1/timelines/${name}/events.${extension}`
      },
      event: (id) => `${page}/events/${id}`,
    },
  }
}

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => console.log(base()))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
