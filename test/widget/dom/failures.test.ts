// What readers are told of a failure, and what they can do then, in a stand-in for a document.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { printHtml } from '../../../src/markup/html.ts'
import { messages } from '../../../src/messages/languages.ts'
import { failPage, takeBack, told } from '../../../src/widget/actions.ts'
import { failureOf, read } from '../../../src/widget/api/service.ts'
import { fail, type Stage } from '../../../src/widget/state.ts'

let pages = 0

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A run that shows a list, and what its reader is told. */
function openStage() {
  const reader = { told: '', loads: [] as (boolean | undefined)[] }
  const page = { told: {} }
  const state = { hidden: true }
  const stage = {
    host: { dispatchEvent: ({ detail }: CustomEvent<object>) => (page.told = detail) },
    root: { querySelector: () => state },
    settings: {
      base: 'https://timelines.example',
      timeline: 'town-2020',
      language: 'en',
      filter: [['theme', 'Own theme']],
    },
    filter: [['theme', 'Own theme']],
    signal: { aborted: false },
    words: { cards: messages.en.list, widget: messages.en.widget },
    shown: {},
    draw: (_: unknown, markup: Parameters<typeof printHtml>[0]) =>
      (reader.told = printHtml(markup)),
    load: (isAnew?: boolean) => reader.loads.push(isAnew),
  } as unknown as Stage
  return { stage, reader, page, state }
}

/** Why a page of a list cannot be read, answered with a problem. */
async function refused(status: number, title: string): Promise<unknown> {
  const problem = { type: 'https://timelines.example/problems/x', title, detail: 'Begin again.' }
  vi.stubGlobal('fetch', async () => Response.json(problem, { status }))
  return read(`https://failures.example/v1/page-${pages++}`).catch((error: unknown) => error)
}

const stale = `<br>${messages.en.widget.stale}`

test.each([
  [429, 'Too many requests.'],
  [503, 'The server is not available at the moment.'],
  [500, 'The server is not available at the moment.'],
])('of an answer %i that may pass the reason is told', async (status, reason) => {
  const { stage, reader, page } = openStage()
  await told(stage, await refused(status, 'The title'))
  expect(reader.told).toContain(`${reason}${stale} <button`)
  expect(page.told).toMatchObject({ message: `${reason} (${status} The title)`, status })
})

test('the connection is blamed only where no answer came', async () => {
  const { stage, reader, page } = openStage()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const reason = 'The server cannot be reached.'
  await told(stage, await read('https://failures.example/v1/a').catch((error: unknown) => error))
  expect(reader.told).toContain(`${reason}${stale} <button`)
  expect(page.told).toEqual({ message: `${reason} (TypeError: Failed to fetch)` })
  await told(stage, new TypeError('cannot read'))
  expect(reader.told).toContain('The timeline cannot be loaded at the moment.')
  expect(page.told).toEqual({
    message: 'The timeline cannot be loaded at the moment. (TypeError: cannot read)',
  })
})

test('what something in between refuses may pass, without the words of a problem', async () => {
  const { stage, reader } = openStage()
  vi.stubGlobal('fetch', async () => new Response('<h1>Forbidden</h1>', { status: 403 }))
  const error = await read('https://failures.example/v1/b').catch((reason: unknown) => reason)
  fail(stage, await failureOf(error, 'en', stage.words))
  expect(reader.told).toContain('<button')
})

test('a refusal is told in the reader’s language, unless the address has another answer by then', async () => {
  const { stage, reader } = openStage()
  const error = await refused(400, 'In English')
  const problem = { type: 'x', title: 'In Chinese', detail: 'Begin again.' }
  vi.stubGlobal('fetch', async () => Response.json(problem, { status: 400 }))
  fail(stage, await failureOf(error, 'zh-Hans', stage.words))
  expect(reader.told).toBe(`In Chinese: Begin again.${stale}`)
  vi.stubGlobal('fetch', async () => Response.json(problem, { status: 503 }))
  fail(stage, await failureOf(error, 'zh-Hans', stage.words))
  expect(reader.told).toBe(`In English: Begin again.${stale}`)
})

test('a filter that is refused can be taken back, unless it is that of the attributes', async () => {
  const { stage, reader } = openStage()
  const refusal = await failureOf(await refused(400, 'The title'), 'en', stage.words)
  fail(stage, refusal)
  expect(reader.told).not.toContain('<a')
  stage.filter = [['theme', 'renamed-since']]
  fail(stage, refusal)
  const own = 'https://timelines.example/timelines/town-2020?theme=Own%20theme&amp;lang=en'
  expect(reader.told).toContain(` <a href="${own}">Clear the filter</a>`)
  await told(stage, new Error('what may pass'))
  expect(reader.told).not.toContain('<a')
  const gone = await refused(410, 'The timeline was taken down')
  fail(stage, await failureOf(gone, 'en', stage.words))
  expect(reader.told).not.toContain('<a')
})

test.each([
  [410, 'The edition is no longer kept'],
  [400, 'The cursor cannot be used here'],
])('a list whose next page is refused (%i) can be loaded anew', async (status, title) => {
  const { stage, reader } = openStage()
  const error = await refused(status, title)
  failPage(stage, error, false)
  await vi.waitFor(() => expect(reader.told).toContain(`${title}: Begin again.`))
  expect(reader.told).toContain('<button class="chip retry">Try again</button>')
  expect(reader.loads).toEqual([])
  failPage(stage, error, true)
  expect(reader.loads).toEqual([true])
})

test('a page that may come is asked for again where its button is pressed', async () => {
  const { stage, reader } = openStage()
  failPage(stage, await refused(503, 'Storage does not respond'), true)
  await vi.waitFor(() => expect(reader.told).toContain('Try again'))
  expect(reader.loads).toEqual([])
})

test('what goes on in a list that is refused can be loaded anew, too', async () => {
  const { stage, reader } = openStage()
  await told(stage, await refused(410, 'The edition is no longer kept'))
  expect(reader.told).toContain('Try again')
})

test('what failed is taken back once it comes, but not that the list did not load', async () => {
  const { stage, state } = openStage()
  const error = await refused(503, 'The title')
  await told(stage, error)
  expect(state.hidden).toBe(false)
  takeBack(stage)
  expect(state.hidden).toBe(true)
  await told(stage, error)
  fail(stage, await failureOf(error, 'en', stage.words))
  takeBack(stage)
  expect(state.hidden).toBe(false)
})
