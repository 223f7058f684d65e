import { expect, test } from 'vitest'
import { timelineInMarkdown, type TimelineFacts } from '../../src/formats/tools/timeline-text.ts'

const facts = (overrides: Partial<TimelineFacts>): TimelineFacts => ({
  id: 'town-2020',
  title: 'The town',
  language: 'en',
  timeZone: 'UTC',
  authority: { domain: 'timelines.example', date: '2026' },
  edition: { number: 1, published: '2026-10-01T08:30:00Z' },
  themes: [],
  actors: [],
  sources: [],
  links: { page: 'https://timelines.example/timelines/town-2020' },
  ...overrides,
})

test('the description of a timeline keeps its paragraphs, and none becomes markup', () => {
  const text = timelineInMarkdown(facts({ description: '- a\n1. b\n\n# c' }), 'en')
  expect(text).toContain('# The town\n\n\\- a\n\n1\\. b\n\n\\# c\n\n- Edition 1')
  const both = timelineInMarkdown(facts({ description: { en: '+ a', de: 'b' } }), 'en')
  expect(both).toContain('\n\n\\+ a\n\nb\n\n')
})

test('the licence of a timeline has its address', () => {
  const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
  expect(timelineInMarkdown(facts({ licence }), 'en')).toContain(
    '- Licence: CC BY 4.0 <https://creativecommons.org/licenses/by/4.0/>\n',
  )
})
