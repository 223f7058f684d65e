// A site of others that embeds the element, TimelineJS and vis-timeline as their documentation says. The
// libraries' files are its own.
import { revisionsOf } from '../../../src/edition/revisions.ts'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { printDay } from '../../../src/domain/date/civil-day.ts'
import type { TimelineEvent } from '../../../src/domain/document/event.ts'
import { everything } from '../../../src/domain/query/event-query.ts'
import type { Edition, Service } from './service.ts'
import { timelineJs } from '../../../src/formats/timelinejs.ts'
import { elementSnippet } from '../../../src/page/share/snippets.ts'
import { openSite, type Site } from '../../browser/site.ts'
import { feed } from '../../support/feed.ts'
import { zipped } from './zipped.ts'

const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

const folders: Readonly<Record<string, string>> = {
  timelinejs: join(folderOf('@knight-lab/timelinejs'), 'dist'),
  vis: folderOf('vis-timeline'),
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
}

/**
 * `/element/<timeline>`, `/timelinejs/<timeline>` and `/vis/<timeline>` are pages; their data end in
 * `.json`, the files of a library lie in `/files/<library>/`. Each is made once.
 */
export async function openHost(
  editions: ReadonlyMap<string, Edition>,
  service: Service,
): Promise<Site> {
  const made = new Map<string, Promise<Response>>()
  return openSite(async ({ url }) => {
    const { pathname } = new URL(url)
    const known = made.get(pathname) ?? answer(pathname, editions, service).then(zipped)
    made.set(pathname, known)
    return (await known).clone()
  })
}

async function answer(
  path: string,
  editions: ReadonlyMap<string, Edition>,
  service: Service,
): Promise<Response> {
  const [, library = '', file = ''] = /^\/files\/(\w+)\/([\w./-]+)$/.exec(path) ?? []
  if (file !== '') return fileIn(library, file)
  const [, kind = '', id = '', json] = /^\/(\w+)\/([\w-]+)(\.json)?$/.exec(path) ?? []
  const edition = editions.get(id)
  if (!edition) return new Response('', { status: 404 })
  if (json !== undefined) return text(dataOf[kind]?.(edition) ?? '', '.json')
  return page(kind === 'element' ? elementOn(service, edition) : (bodies[kind]?.(id) ?? ''))
}

function elementOn({ origin, widget }: Service, { head }: Edition): string {
  const page = `${origin}/timelines/${head.timeline.id}`
  return elementSnippet({
    src: page,
    page,
    title: head.timeline.title['zh-Hans'] ?? '',
    query: everything,
    layout: 'auto',
    lang: undefined,
    widget,
  })
}

const bodies: Readonly<Record<string, (id: string) => string>> = {
  timelinejs: (id) => `
    <link rel="stylesheet" href="/files/timelinejs/css/timeline.css">
    <script src="/files/timelinejs/js/timeline.js"></script>
    <div id="timeline" class="box"></div>
    <script>new TL.Timeline('timeline', '/timelinejs/${id}.json', { language: 'zh-cn' })</script>`,
  vis: (id) => `
    <link rel="stylesheet" href="/files/vis/styles/vis-timeline-graph2d.min.css">
    <script src="/files/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>
    <div id="timeline"></div>
    <script type="module">
      const items = await (await fetch('/vis/${id}.json')).json()
      globalThis.theme = undefined
      const filter = ({ className }) => theme === undefined || className === theme
      globalThis.shown = new vis.DataView(new vis.DataSet(items), { filter })
      new vis.Timeline(timeline, shown, { height: '600px', verticalScroll: true, zoomKey: 'ctrlKey' })
    </script>`,
}

const dataOf: Readonly<Record<string, (edition: Edition) => string>> = {
  timelinejs: ({ head: { timeline, adds } }) =>
    timelineJs.write(feed({ timeline, events: adds.map(revisionsOf(timeline)) })),
  vis: ({ head: { timeline, adds } }) =>
    JSON.stringify(adds.map(revisionsOf(timeline)).map(visItem)),
}

/** Only the title: vis-timeline has no place for more. It reads `content` as HTML; ours has none. */
function visItem({ id, when, title, themes }: TimelineEvent) {
  const { anchor, earliest, latest } = when
  const [first, last] = [earliest ?? anchor, latest ?? anchor]
  return {
    id,
    content: title['zh-Hans'],
    className: themes.join(' '),
    start: printDay(first),
    ...(last === first ? {} : { end: printDay(last) }),
  }
}

const page = (body: string): Response =>
  text(
    `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,"><title>小镇</title><style>.box { height: 600px }</style></head>
    <body><main><h1>小镇</h1>${body}</main></body></html>`,
    '.html',
  )

const text = (body: string, extension: string): Response =>
  new Response(body, {
    headers: { 'content-type': mediaTypes[extension] ?? 'text/html; charset=utf-8' },
  })

async function fileIn(library: string, file: string): Promise<Response> {
  const body = await readFile(join(folders[library] ?? '', file)).catch(() => null)
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
  return body
    ? new Response(body, { headers: { 'content-type': type } })
    : new Response('', { status: 404 })
}
