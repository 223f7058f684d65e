// Addresses that authors write: one form in every output, whatever the way in which they were written.
import { expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { document, event, source } from '../support/document.ts'
import { hasRoomFor } from '../support/event-ids.ts'
import { createMemoryService } from '../support/memory-service.ts'

const written = 'HTTPS://Ab.Example:443/a b/../复工?q="x"|y'
const normal = 'https://ab.example/%E5%A4%8D%E5%B7%A5?q=%22x%22|y'

const withUrl = (url: string): TimelineDocument =>
  document({
    licence: { name: 'CC', url },
    sources: [source({ url, archivedUrl: url })],
    events: [event({ links: [{ url }] })],
  })

/** Each with its format, if it is one. */
const outputs: [address: string, format?: string][] = [
  ['/v1/timelines/town-2020'],
  ['/v1/timelines/town-2020/events'],
  ['/timelines/town-2020'],
  ['/timelines/town-2020/events/branches-formed'],
  ...formats.map(
    ({ name, extension }) =>
      [`/v1/timelines/town-2020/events.${extension}`, name] satisfies [string, string],
  ),
]

test.each(outputs)('%s has the one form of an address [fault B10]', async (address, format) => {
  const service = await createMemoryService()
  await service.publish(withUrl(written))
  const text = await (await service.fetch(address)).text()
  // Calendars fold their lines.
  const whole = text.replaceAll('\r\n ', '')
  expect(whole).not.toMatch(/HTTPS:|Ab\.Example|:443|a b\/\.\./)
  const shown = (format !== undefined && !hasRoomFor('links', format)) || whole.includes(normal)
  expect(shown, `${format} shows the link in: ${whole}`).toBe(true)
})

test('publishing the same document again changes nothing [fault B10]', async () => {
  const service = await createMemoryService()
  await service.publish(withUrl(written))
  expect(await (await service.offer(withUrl(written), 1)).json()).toMatchObject({
    outcome: 'repeated',
  })
  expect(await (await service.offer(withUrl(normal), 1)).json()).toMatchObject({
    edition: { changes: { added: 0, changed: 0, withdrawn: 0 } },
  })
})

test.each([
  'https://good.example\\@evil.example/',
  'https://good.example/\\evil',
  'https:\\\\evil.example/',
  'https://good.example/\u0000',
  'https://good.example/\n',
  'https://good.example/\tb',
  'https://good.example/\ud800',
  'https://good.example/\ufffe',
  'https://user@good.example/',
  'https://:secret@good.example/',
  ' https://good.example/',
  'https://',
  'ftp://good.example/',
])('refuses the address %j, wherever it stands [fault B10]', async (url) => {
  const service = await createMemoryService()
  const response = await service.offer(withUrl(url))
  expect(response.status).toBe(422)
  const { errors } = (await response.json()) as { errors: { pointer: string }[] }
  expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/events/0/links/0/url',
    '/licence/url',
    '/sources/0/archivedUrl',
    '/sources/0/url',
  ])
})

test('what is made of a kept edition, or of one event, leads to the page and the files of the same', async () => {
  const service = await createMemoryService()
  await service.publish(document())
  await service.publish(document({ title: '改题' }), 1)
  const textOf = async (path: string) =>
    (await (await service.fetch(`/v1/timelines/town-2020/${path}`)).text()).replaceAll('\r\n ', '')
  const page = /\/timelines\/town-2020\?edition=1(?![\d&])/
  const events = JSON.parse(await textOf('events?edition=1')) as { links: { page: string } }
  expect(events.links.page).toMatch(page)
  const lanes = JSON.parse(await textOf('lanes?edition=1&lanes=actor')) as typeof events
  expect(lanes.links.page).toMatch(/\?lanes=actor&edition=1$/)
  expect(await textOf('events.md?edition=1&lang=en')).toMatch(
    /- Page: <[^>]*\/timelines\/town-2020\?edition=1>/,
  )
  expect(await textOf('events.ics?edition=1')).toMatch(
    /URL:[^\r]*\/timelines\/town-2020\?edition=1\r/,
  )
  expect(await textOf('events.atom?edition=1')).toMatch(
    /<link rel="alternate" type="text\/html" href="[^"]*\?edition=1"/,
  )
  const [one] = document().events
  const own = await textOf(`events/${one?.id}.md?lang=en&edition=1`)
  expect(own).toMatch(new RegExp(`- Page: <[^>]*/events/${one?.id}\\?edition=1>`))
  expect(own).toMatch(
    new RegExp(`- NDJSON: <[^>]*/events/${one?.id}\\.ndjson\\?lang=en&edition=1>`),
  )
})
