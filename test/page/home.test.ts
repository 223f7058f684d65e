// The list of timelines while there is none: how a first one is begun, as in docs/start.md.
import { expect, test } from 'vitest'
import { messages } from '../../src/messages/languages.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { codeBlocks } from '../support/markdown.ts'
import { readText } from '../support/pages.ts'
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
