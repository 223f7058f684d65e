// Wherever people quote an event, what they quote says that it is disputed, or was withdrawn.
import { beforeAll, describe, expect, test } from 'vitest'
import { document, event } from '../support/document.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'

const page = '/timelines/town-2020'
const api = '/v1/timelines/town-2020'
const marks = [
  ['en', '[disputed]', '[withdrawn]', 'Disputed: sources differ'],
  ['zh-Hans', '［有争议］', '［已撤回］', '有争议：各来源'],
  ['zh-Hant', '［有爭議］', '［已撤回］', '有爭議：各來源'],
] as const

let service: MemoryService
beforeAll(async () => {
  service = await createMemoryService()
  const [sure = event(), ...rest] = document().events
  const more = [
    { ...sure, id: 'doubted', status: 'disputed' as const },
    { ...sure, id: 'undone', status: 'withdrawn' as const },
  ]
  await service.publish(document({ events: [sure, ...more, ...rest] }))
})

const textOf = async (path: string) => (await service.fetch(path)).text()
const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1]

describe.each(marks)('in %s', (lang, disputed, withdrawn, sentence) => {
  test.each(['og:title', 'og:description', 'description'])('%s of the page', async (name) => {
    const shown = async (id: string) =>
      metaOf(await textOf(`${page}/events/${id}?lang=${lang}`), name)
    expect(await shown('doubted')).toContain(disputed)
    expect(await shown('undone')).toContain(withdrawn)
    expect(await shown('branches-formed')).not.toContain(disputed)
  })

  test('the citation and the forms of calendars', async () => {
    const html = await textOf(`${page}/events/doubted?lang=${lang}`)
    const forms = [...html.matchAll(/href="(https:\/\/(?:calendar\.google|outlook)[^"]*)"/g)]
    expect(forms).toHaveLength(2)
    for (const [, href = ''] of forms) expect(decodeURIComponent(href)).toContain(disputed)
    const fields = [...html.matchAll(/(?:value="|<textarea[^>]*>)([^"<]*)/g)].map(([, v]) => v)
    expect(fields.some((value) => value?.includes(disputed))).toBe(true)
  })

  test('the title of oEmbed', async () => {
    const url = encodeURIComponent(`${publicUrl}${page}/events/doubted?lang=${lang}`)
    expect(JSON.parse(await textOf(`/oembed?url=${url}`))).toMatchObject({
      title: expect.stringContaining(disputed) as string,
    })
  })

  test('summary and description of a calendar', async () => {
    const unfolded = (await textOf(`${api}/events/doubted.ics?lang=${lang}`)).replaceAll(
      '\r\n ',
      '',
    )
    expect(unfolded).toMatch(new RegExp(`^SUMMARY:.*${disputed.replace(/[[\]]/g, '\\$&')}`, 'm'))
    expect(unfolded).toContain(`DESCRIPTION:${sentence}`)
  })
})

test('the list as JSON-LD', async () => {
  const html = await textOf(page)
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const statuses = [...json.matchAll(/"creativeWorkStatus":"(\w+)"/g)].map(([, status]) => status)
  expect(statuses).toEqual(['disputed'])
})
