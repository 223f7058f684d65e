// Random feeds whose texts attack every format: control characters, lone surrogates, formula cells,
// markup, right-to-left text. Such texts are refused at publish; a writer must survive them all the same.
import fc from 'fast-check'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { dated, datesAround2020 } from '../support/dates.ts'
import { feed, timelineEvent } from '../support/feed.ts'

const attacks = [
  '\0',
  '\x01\x1b\x7f',
  '\ud800',
  '\udc00',
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u3000＝1',
  '\u200b=1',
  '\ufeff@x',
  '＝1',
  '"a","b"',
  'a\r\nb',
  '</script><script>alert(1)</script>',
  '<!--',
  '<img src=x onerror=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  ']]>',
  '# heading',
  '1. item',
  '- item',
  '+ item',
  '> quote',
  '===',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x)',
  '**bold** _it_ `code` ~~gone~~',
  '\\',
  '|a|b|',
  '&amp; &#10; &copy;',
  '<https://evil.example/>',
  'https://evil.example/?a=1&b=2',
  'שלום עולם',
  '\u202eabc\u202c',
  '复工复产𠮷👩‍👩‍👧',
  '\u2028\u2029\u0085',
  '   ',
]

export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...attacks) },
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))

const hostileEvent: fc.Arbitrary<Omit<TimelineEvent, 'id' | 'position'>> = fc
  .record({
    date: datesAround2020,
    stated: fc.option(hostileText, { nil: undefined }),
    title: hostileText,
    summary: hostileText,
    exact: fc.array(fc.option(hostileText), { minLength: 1, maxLength: 3 }),
    label: hostileText,
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    note: hostileText,
    disputed: fc.boolean(),
  })
  .map(({ date: [date, kind], stated, title, summary, exact, label, value, note, disputed }) =>
    timelineEvent({
      when: dated(date, kind),
      ...(stated !== undefined && { statedDate: stated }),
      title: { 'zh-Hans': title },
      summary: { 'zh-Hans': summary, en: summary },
      actors: ['committee', 'li-ming'],
      place: 'town',
      measures: [
        { label: { 'zh-Hans': label }, value, unit: { 'zh-Hans': label }, sourceWords: label },
      ],
      citations: exact.map((words) => ({
        source: 'town-news',
        ...(words !== null && { exact: words }),
      })),
      links: [{ url: 'https://example.com/?a=1&copy=2', title: { 'zh-Hans': title } }],
      note: { 'zh-Hans': note },
      status: disputed ? 'disputed' : 'confirmed',
    }),
  )

export const hostileFeed: fc.Arbitrary<FormatInput> = fc
  .record({
    events: fc.array(hostileEvent, { maxLength: 5 }),
    label: hostileText,
    title: hostileText,
    filter: fc.oneof(fc.constant(''), hostileText),
    language: fc.constantFrom('zh-Hans', 'zh-Hant', 'en'),
    more: fc.nat(3),
    setAside: fc.nat(3),
    vague: fc.boolean(),
  })
  .map(({ events, label, title, filter, language, more, setAside, vague }) => {
    const plain = feed()
    const { timeline } = plain
    return feed({
      events: events.map((event, position) => ({ ...event, id: `event-${position}`, position })),
      timeline: {
        ...timeline,
        title: { 'zh-Hans': title },
        description: { 'zh-Hans': label },
        themes: timeline.themes.map((theme) => ({ ...theme, label: { 'zh-Hans': label } })),
        actors: timeline.actors.map((actor) => ({ ...actor, name: { 'zh-Hans': label } })),
        sources: timeline.sources.map((source) => ({
          ...source,
          title: { 'zh-Hans': title },
          authors: [label],
          archivedUrl: 'https://archive.example/?a=1&copy=2',
        })),
      },
      total: events.length + more,
      links: more > 0 ? { ...plain.links, next: `${plain.links.self}?cursor=a_b*c` } : plain.links,
      filter,
      language,
      setAside,
      vague,
    })
  })

export const idsOf = ({ events }: FormatInput): string[] => events.map((event) => event.id)
