// What readers are told of a failure, and what they can do then, in a stand-in for a document.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { printHtml } from '../../../src/markup/html.ts'
import { messages } from '../../../src/messages/languages.ts'
import { failPage, told } from '../../../src/widget/actions.ts'
import { read } from '../../../src/widget/api/service.ts'
import type { Stage } from '../../../src/widget/state.ts'

let pages = 0

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A run that shows a list, and what its reader is told. */
function openStage() {
  const reader = { told: '', loads: [] as (boolean | undefined)[] }
  const stage = {
    host: { dispatchEvent: () => true },
    root: { querySelector: () => ({}) },
    settings: { language: 'en' },
    signal: { aborted: false },
    words: { cards: messages.en.list, widget: messages.en.widget },
    shown: {},
    draw: (_: unknown, markup: Parameters<typeof printHtml>[0]) =>
      (reader.told = printHtml(markup)),
    load: (isAnew?: boolean) => reader.loads.push(isAnew),
  } as unknown as Stage
  return { stage, reader }
}

/** Why a page of a list cannot be read, answered with a problem. */
async function refused(status: number, title: string): Promise<unknown> {
  const problem = { type: 'https://timelines.example/problems/x', title, detail: 'Begin again.' }
  vi.stubGlobal('fetch', async () => Response.json(problem, { status }))
  return read(`https://timelines.example/v1/page-${pages++}`).catch((error: unknown) => error)
}

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
