// The list of timelines while there is none: how a first one is begun, as in docs/start.md.
import { expect, test } from 'vitest'
import { messages } from '../../src/messages/languages.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { codeBlocks } from '../support/markdown.ts'
import { readText } from '../support/pages.ts'
import { document, event } from '../support/document.ts'
import { createMemoryService } from '../support/memory-service.ts'

test.each(uiLanguages)(
  'an empty service says in %s how a first timeline is begun',
  async (lang) => {
    const service = await createMemoryService()
    const page = await (await service.fetch(`/?lang=${lang}`)).text()
    const { noTimelines, beginning } = messages[lang].pages
    expect(page).toContain('<p class="breadcrumb" lang="zh-Hans">Jishi 纪事</p>')
    expect(page).toContain(noTimelines)
    for (const words of Object.values(beginning)) expect(page).toContain(words)
    const commands = Array.from(page.matchAll(/<code[^>]*>([^<]+)<\/code>/g), ([, command = '']) =>
      command.split(' ').slice(0, 3).join(' '),
    )
    const [begin, read] = ['npx jishi new', 'npx jishi import']
    expect(commands).toEqual([begin, begin, read, begin, read])
    const start = codeBlocks(readText('docs/start.md')).map(({ code }) => code)
    for (const command of commands) expect(start.some((code) => code.includes(command))).toBe(true)
  },
)

test('a card names a source that events rest on before those that none does', async () => {
  const service = await createMemoryService()
  const source = (id: string) => ({
    id,
    title: `Title of ${id}`,
    published: '2020-03-13',
    language: 'en',
  })
  await service.publish(
    document({
      id: 'cited',
      sources: ['uncited', 'cited', 'more'].map(source),
      events: [event({ citations: [{ source: 'cited' }] })],
    }),
  )
  for (const path of ['/?lang=en', '/timelines/cited?lang=en']) {
    const page = await (await service.fetch(path)).text()
    const [, named] = /Source <cite[^>]*>([^<]*)/.exec(page) ?? []
    expect([path, named]).toEqual([path, 'Title of cited'])
  }
})
