// HTML in feeds and files marks each text that is in another language than the document.
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/all-formats.ts'
import type { Text } from '../../src/domain/text/language-map.ts'
import { dated } from '../support/dates.ts'
import { feed, timeline, timelineEvent } from '../support/feed.ts'
import { readXml, textOf, type XmlElement } from '../support/xml-reader.ts'

const zh = (text: string): Text => ({ 'zh-Hans': text })

const chinese = timeline({
  title: { 'zh-Hans': '小镇纪事', en: 'The town' },
  description: zh('小镇的春天。'),
  themes: [
    { id: 'prevention', label: zh('疫情防控'), color: 0 },
    { id: 'reopening', label: zh('复工复产'), color: 1 },
  ],
  actors: [
    { id: 'committee', kind: 'organization', name: zh('镇委') },
    { id: 'town', kind: 'place', name: zh('小镇') },
  ],
  sources: [
    {
      id: 'town-news',
      title: zh('战疫'),
      publisher: zh('小镇日报'),
      url: 'https://news.example/1',
      published: '2020-03-13',
      language: 'zh-Hans',
    },
  ],
})
const part = { label: zh('规上企业'), value: 50, unit: zh('家') }
const event = timelineEvent({
  when: dated('2020-02-01/2020-02-10', 'span'),
  statedDate: '2月上旬',
  title: zh('企业复工'),
  summary: zh('复工的摘要。'),
  themes: ['prevention', 'reopening'],
  place: 'town',
  measures: [
    { label: zh('企业'), value: 50, unit: zh('家'), sourceWords: '50家', parts: [part] },
    { label: { en: 'Area' }, value: 2, unit: { de: 'Hektar' } },
  ],
  citations: [{ source: 'town-news', exact: '2月上旬，50家' }],
  links: [
    { url: 'https://a.example/', title: zh('相关报道') },
    { url: 'urn:a', title: zh('另见') },
  ],
  note: zh('备注'),
})

/** Each text with the language that its ancestors give it. */
const textsOf = (node: XmlElement, lang: string): (readonly [lang: string, text: string])[] =>
  node.children.flatMap((child) =>
    typeof child === 'string'
      ? [[lang, child] as const]
      : textsOf(child, child.attributes['lang'] ?? lang),
  )

const written = (name: string, language: 'en' | 'zh-Hans', content: string = language): string =>
  formats
    .find((format) => format.name === name)!
    .write(feed({ timeline: chinese, events: [event], language, content }))

/** All HTML of an output. */
const htmlOf: Readonly<Record<string, (text: string) => readonly string[]>> = {
  atom: (text) => htmlIn(readXml(text), ['content']),
  rss: (text) => htmlIn(readXml(text), ['description', 'content:encoded']).slice(1),
  'json-feed': (text) =>
    (JSON.parse(text) as { items: { content_html: string }[] }).items.map(
      (one) => one.content_html,
    ),
  timelinejs(text) {
    type Slide = { text: { headline: string; text: string } }
    const { title, events } = JSON.parse(text) as { title: Slide; events: Slide[] }
    return [title, ...events].flatMap((slide) => [slide.text.headline, slide.text.text])
  },
}

const htmlIn = (node: XmlElement, names: readonly string[]): string[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return names.includes(child.name) ? [textOf(child)] : htmlIn(child, names)
  })

describe.each(Object.entries(htmlOf))('the HTML of %s', (name, read) => {
  const texts = (...args: [language: 'en' | 'zh-Hans', content?: string]) =>
    read(written(name, ...args)).flatMap((html) =>
      textsOf(readXml(`<div>${html}</div>`), args[1] ?? args[0]),
    )

  test('in English marks every text in Chinese, and nothing else, as Chinese', () => {
    const all = texts('en').filter(([, text]) => /\p{L}/u.test(text))
    const isHan = (text: string) => /\p{Script=Han}/u.test(text)
    expect(all.filter(([, text]) => isHan(text)).length).toBeGreaterThan(12)
    expect(all.filter(([lang, text]) => isHan(text) !== (lang === 'zh-Hans'))).toEqual([])
    expect(all.map(([, text]) => text)).toEqual(
      expect.arrayContaining(['疫情防控', '镇委', '小镇', '战疫', '小镇日报', '企业', '相关报道']),
    )
    expect(all).toContainEqual(['de', 'Hektar'])
  })

  test('in Chinese marks only what is not', () => {
    const marked = texts('zh-Hans').filter(([lang]) => lang !== 'zh-Hans')
    expect(marked).toEqual([
      ['en', 'Area'],
      ['de', 'Hektar'],
    ])
  })
})
