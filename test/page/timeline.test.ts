import { describe, expect, test } from 'vitest'
import { readCanonical, type Pairs } from '../../src/address/canonical.ts'
import { countTimes } from '../../src/domain/query/counts.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import { renderErrorPage } from '../../src/page/error.ts'
import { pageContext } from '../../src/page/page-context.ts'
import { citationText } from '../../src/page/share/menu.ts'
import { oembedJson, oembedXml } from '../../src/page/share/oembed.ts'
import { contentSecurityPolicy } from '../../src/page/shell/security.ts'
import { frameSnippet } from '../../src/page/share/snippets.ts'
import type { TimelineView } from '../../src/page/view.ts'
import { dated } from '../support/dates.ts'
import { timeline, timelineEvent } from '../support/feed.ts'
import { renderEmbedPage, renderEventPage, renderTimelinePage } from '../support/rendered.ts'

const publicUrl = 'https://timelines.example'

function view(overrides: Partial<TimelineView> = {}): TimelineView {
  const events = overrides.events ?? [timelineEvent()]
  return {
    publicUrl,
    speech: { ui: 'zh-Hans', content: 'zh-Hans', inAddress: false },
    timeline: timeline(),
    edition: { number: 3, published: '2026-10-01T08:30:00Z' },
    query: everything,
    events,
    total: events.length,
    setAside: 0,
    choices: {
      theme: new Map([['prevention', 1]]),
      all: 1,
      actor: new Map([['committee', 1]]),
      source: new Map([['town-news', 1]]),
    },
    times: countTimes(events.map(({ when }) => when)),
    resting: new Map([['town-news', 1]]),
    formats: [
      {
        name: 'ics',
        extension: 'ics',
        mediaType: 'text/calendar; charset=utf-8',
        title: 'iCalendar',
      },
    ],
    continued: false,
    ...overrides,
  }
}

const speechOf = (ui: TimelineView['speech']['ui']) => ({ ui, content: ui, inAddress: true })

test.each([
  ['2020-01-26', true],
  ['1582-10-15', true],
  ['1582-10-14', false],
  ['0079-08-24', false],
  ['-0043-03-15', false],
])('the weekday of %s is said only if the calendar of its sources is ours', (date, isSaid) => {
  const page = renderTimelinePage(
    view({ speech: speechOf('en'), events: [timelineEvent({ when: dated(date, 'point') })] }),
  )
  expect(/(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/.test(page)).toBe(isSaid)
})

test('a part of a list says that it is one, on paper also where all of it is', () => {
  const page = renderTimelinePage(view({ total: 300 }))
  expect(page).toContain(
    '<p class="small-print">本页列出300个事件中的1个<span class="on-paper"> · ',
  )
  expect(page).toContain(`全部事件见 ${publicUrl}/timelines/`)
  expect(renderTimelinePage(view())).not.toContain('全部事件见')
})

test('the year before AD 1 is no time element, since HTML has none', () => {
  const events = [timelineEvent({ when: dated('0000', 'point') })]
  const page = renderTimelinePage(view({ speech: speechOf('en'), events }))
  expect(page).toContain('data-edtf="0000">1 BC')
})

/** A timeline with a licence, and with an actor of whom more is said. */
const described = timeline({
  licence: { name: { 'zh-Hans': '署名' } },
  actors: timeline().actors.map((one) =>
    one.id === 'li-ming'
      ? { ...one, role: { 'zh-Hans': '书记' }, memberOf: ['committee'] }
      : { ...one, name: { 'zh-Hans': one.name['zh-Hans'] ?? '' } },
  ),
})

/** What stands in the element of an event's date. */
const rail = (page: string): string =>
  (/<p class="event-date"[^>]*>(.*?)<\/p>/.exec(page)?.[1] ?? '').replaceAll(/<[^>]*>/g, '|')

describe('the page of a timeline', () => {
  test('shows the source’s own words for a date first, then the date that they mean', () => {
    const event = timelineEvent({
      when: dated('2020-02-01/2020-02-10', 'span'),
      statedDate: '2月上旬',
    })
    expect(rail(renderTimelinePage(view({ events: [event] })))).toMatch(
      /原文写作：\|+2月上旬\|+2月1日至10日/,
    )
    const english = { ui: 'en', content: 'en', inAddress: true } as const
    expect(rail(renderTimelinePage(view({ events: [event], speech: english })))).toMatch(
      /1–10 February\|+In the source’s words: \|+2月上旬/,
    )
  })

  test.each([
    ['2020-01-26', 'point', /class="dot"/],
    ['2020-01-26/..', 'since', /url\(#_aftertheme-0\).*class="dot"/],
    ['../2020-01-26', 'asOf', /url\(#_beforetheme-0\).*class="dot"/],
    ['/2020-01-26', 'until', /url\(#_beforetheme-0\).*class="stop"/],
    ['2020-01-26~', 'point', /class="dot hollow"/],
    ['2020-01-26/2020-01-28', 'span', /class="bar"/],
    ['[2020-01-26..2020-01-28]', 'point', /class="within".*class="cap"/],
  ] as const)('beside its date, %s (%s) has the mark of the picture', (edtf, kind, mark) => {
    const page = renderTimelinePage(view({ events: [timelineEvent({ when: dated(edtf, kind) })] }))
    expect(/<svg class="extent".*?<\/svg>\s*<\/p>/s.exec(page)?.[0]).toMatch(mark)
  })

  test('names a source without cited words as a source, and never as words of it [fault 9.6]', () => {
    const citations = [{ source: 'town-news' }]
    const events = [timelineEvent({ citations })]
    const page = renderTimelinePage(view({ events, speech: speechOf('en') }))
    expect(page).toContain('<summary>Source</summary>')
    expect(page).not.toMatch(/<blockquote|Cited words|undefined/)
    const mixed = [...citations, { source: 'town-news', exact: '19个' }]
    const both = view({ events: [timelineEvent({ citations: mixed })], speech: speechOf('en') })
    expect(renderTimelinePage(both)).toContain('<summary>Cited words</summary>')
  })

  test('says nothing of what an actor is where that is not known [fault 9.6]', () => {
    const actors = [{ id: 'li-ming', name: { 'zh-Hans': '李明' } }]
    const query = readCanonical([['actor', 'li-ming']])
    const page = renderTimelinePage(view({ timeline: timeline({ actors }), query }))
    expect(page).toMatch(/<h1 class="title">李明<\/h1>/)
    expect(page).toMatch(/小镇纪事<\/a><\/p>/)
    expect(page).not.toMatch(/undefined/)
  })

  test('gives a theme without a colour one, the same everywhere [fault 9.6]', () => {
    const themes = [{ id: 'prevention', label: { 'zh-Hans': '疫情防控' } }]
    const page = renderTimelinePage(view({ timeline: timeline({ themes }) }))
    const colors = [...page.matchAll(/class="[^"]*\b(theme-\w+)(?!-tag)/g)].map(([, name]) => name)
    const shown = colors.filter((name) => name !== 'theme-tag')
    expect(shown.length).toBeGreaterThan(1)
    expect(new Set(shown).size).toBe(1)
    expect(shown[0]).toMatch(/^theme-\d+$/)
  })

  test.each(['zh-Hans', 'zh-Hant'] as const)('nests title marks wherever it is cited: %s', (ui) => {
    const title = { [ui]: '《阜沙时报》里的2020' }
    const speech = { ui, content: ui, inAddress: false }
    const titled = { speech, timeline: timeline({ title }) }
    const page = renderTimelinePage(view(titled))
    expect(/<p class="notice">(《.*?》)/.exec(page)?.[1]).toBe('《〈阜沙时报〉里的2020》')
    const context = pageContext({ publicUrl, ...titled })
    expect(citationText(timelineEvent(), view().edition, context)).toContain(
      '《〈阜沙时报〉里的2020》',
    )
  })

  test('says that a source gives no date', () => {
    const event = timelineEvent({ when: dated('[..2020-03-13]', 'undated') })
    expect(rail(renderTimelinePage(view({ events: [event] })))).toContain('原文没有日期')
  })

  test.each(['zh-Hans', 'zh-Hant', 'en'] as const)(
    'says in %s of what a source puts before a year only that it has no date',
    (ui) => {
      const event = timelineEvent({ when: dated('[..1550]', 'undated'), statedDate: '1550年以前' })
      const page = renderTimelinePage(view({ speech: speechOf(ui), events: [event], setAside: 2 }))
      // In totals, heading, key, column, sentence and table of the picture, and in the note.
      expect(
        page.match(/没有日期|沒有日期|without (?:a date|one)|[Nn]o date/g)?.length,
      ).toBeGreaterThan(6)
      expect(page).not.toMatch(/原文(?:没有|沒有|无|無)|(?:in the|in its|in their|The) source/)
    },
  )

  test('says what a date window set aside, with a link to show it', () => {
    const page = renderTimelinePage(
      view({ query: readCanonical([['from', '2020-02-01']]), setAside: 9 }),
    )
    expect(page).toContain('另有9个')
    expect(page).toContain('?from=2020-02-01&amp;undated=include"')
  })

  test('says that a group stands for its members, with a link to it alone [fault 5.4]', () => {
    const of = (...pairs: Pairs) =>
      renderTimelinePage(view({ timeline: described, query: readCanonical(pairs) }))
    const whole = of(['actor', 'committee'])
    expect(whole).toContain(
      '镇委及其成员 <a href="/timelines/town-2020?actor=committee&amp;members=exclude" rel="nofollow">仅镇委本身</a>',
    )
    const alone = of(['actor', 'committee'], ['members', 'exclude'])
    expect(alone).toContain(
      '仅镇委本身 <a href="/timelines/town-2020?actor=committee" rel="nofollow">镇委及其成员</a>',
    )
    expect(of(['actor', 'li-ming'])).not.toContain('及其成员')
  })

  test('the head of a lane adds its theme to the filter, or takes it out', () => {
    const all = [timelineEvent(), timelineEvent({ id: 'reopened', themes: ['reopening'] })]
    const page = renderTimelinePage(
      view({
        query: readCanonical([
          ['theme', 'reopening'],
          ['actor', 'committee'],
        ]),
        events: all.slice(1),
        picture: { by: 'theme', events: all, selected: new Set(['reopened']), counts: null },
      }),
    )
    expect(page).toContain(
      'href="/timelines/town-2020?theme=reopening,prevention&amp;actor=committee"',
    )
    expect(page).toMatch(
      /href="\/timelines\/town-2020\?actor=committee"[^>]* aria-current="true"><span[^>]*>复工复产/,
    )
  })

  test('an excluded theme is not shown as chosen', () => {
    const page = renderTimelinePage(view({ query: readCanonical([['theme', '-prevention']]) }))
    const lanes = /<nav[^>]*part="filters".*?<\/nav>/s.exec(page)?.[0]
    expect(lanes).toContain('疫情防控')
    expect(lanes).not.toContain('aria-current')
  })

  test('an empty answer says so and offers to clear the filter', () => {
    const page = renderTimelinePage(
      view({ events: [], total: 0, query: readCanonical([['q', '没有']]) }),
    )
    expect(page).toContain('class="empty"')
    expect(page).toContain('<a href="/timelines/town-2020">清除筛选')
  })

  test('a timeline without events says so, and has no filter to clear', () => {
    const page = renderTimelinePage(view({ events: [], total: 0 }))
    expect(page).toMatch(/<p class="empty"[^>]*>还没有事件。<\/p>/)
    expect(page).not.toContain('清除筛选')
  })

  test('a filter of one actor is the view of that actor', () => {
    const page = renderTimelinePage(view({ query: readCanonical([['actor', 'li-ming']]) }))
    expect(page).toContain('<title>李明 · 小镇纪事</title>')
    expect(page).toMatch(/<h1[^>]*>李明<\/h1>/)
  })

  test('names its canonical address, its languages and its other forms', () => {
    const page = renderTimelinePage(view({ query: readCanonical([['theme', 'reopening']]) }))
    const address = `${publicUrl}/timelines/town-2020?theme=reopening`
    expect(page).toContain(`<link rel="canonical" href="${address}">`)
    expect(page.match(/hreflang="[^"]*" href="[^"]*lang=/g)).toHaveLength(3)
    expect(page).toContain('type="application/json+oembed"')
    expect(page).toContain('type="text/calendar"')
  })

  test('has no style attribute, no handler and no script', () => {
    const page = renderTimelinePage(view())
    expect(page).not.toMatch(/\s(?:style|on\w+)=/)
    expect(page).not.toContain('<script')
  })

  test('names the language of texts that are not in that of the page, and of no others', () => {
    const page = (ui: 'zh-Hans' | 'zh-Hant', pairs: Pairs = []) =>
      renderTimelinePage(
        view({ query: readCanonical(pairs), timeline: described, speech: speechOf(ui) }),
      )
    const actor = [['actor', 'li-ming']] as const
    expect(page('zh-Hant')).toContain('lang="zh-Hans" dir="auto">镇委</a>')
    expect(page('zh-Hant')).toContain('<cite lang="zh-Hans" dir="auto">小镇日报</cite>')
    expect(page('zh-Hant')).toContain('<span lang="zh-Hans" dir="auto">署名</span>')
    expect(page('zh-Hant', actor)).toContain(
      '<p class="lead"><span lang="zh-Hans" dir="auto">书记</span> · <span lang="zh-Hans" dir="auto">镇委</span></p>',
    )
    expect(page('zh-Hans', actor)).not.toMatch(/<body>.*lang="zh-Hans" dir="auto"/s)
  })

  test('heads by month what is known to lie in one, and the rest by itself [fault 1.1]', () => {
    const events = [
      dated('2020-02', 'point'),
      dated('2020-02-24/2020-03-13', 'span'),
      dated('1980', 'point'),
      dated('[2020-01-27..2020-03-13]', 'point'),
      dated('[..2020-03-13]', 'undated'),
    ].map((when, i) => timelineEvent({ id: `e${i}`, when }))
    const page = renderTimelinePage(view({ events }))
    const headings = page.matchAll(/<h2 id="(.*?)"[^>]*>(.*?)<\/h2>/g)
    expect(Array.from(headings, ([, id, text]) => [id, text])).toEqual([
      ['_2020-02', '2020年2月 <small>2</small>'],
      ['_window', '月份不详 <small>2</small>'],
      ['_undated', '没有日期 <small>1</small>'],
    ])
    // Below a month its year is known; elsewhere it must be said.
    expect(page).toContain('>2月24日至3月13日<')
    expect(page).toContain('>2020年1月27日至3月13日间某日<')
  })

  test('keeps hostile texts inert', () => {
    const text = `"><img src=x onerror=alert(1)><a href="javascript:alert(2)">`
    const page = renderTimelinePage(
      view({
        timeline: timeline({ title: { en: text }, description: { en: text } }),
        events: [timelineEvent({ title: { en: text }, summary: { en: text }, statedDate: text })],
      }),
    )
    expect(page).not.toContain('<img')
    expect(page).not.toContain('<a href="javascript')
    expect(page.match(/onerror/g)?.length).toBeGreaterThan(3)
  })
})

describe('what others embed', () => {
  const frameUrl = `${publicUrl}/timelines/town-2020/embed?theme=a,b&lang=en`
  const pageUrl = `${publicUrl}/timelines/town-2020?theme=a,b&lang=en`
  const previewUrl = `${publicUrl}/timelines/town-2020/picture.png`
  const oembed = {
    pageUrl,
    frameUrl,
    title: `A & "B" <c>`,
    providerName: 'Jishi',
    publicUrl,
    previewUrl,
  }

  test('oEmbed honours the largest size of its consumer', () => {
    const { width, height, html, ...more } = JSON.parse(
      oembedJson({ ...oembed, maxWidth: 400, maxHeight: 5000 }),
    )
    expect([width, height]).toEqual([400, 600])
    expect(more).not.toHaveProperty('thumbnail_url')
    expect(html).toContain('width="400" height="600"')
    expect(html).toContain('title="A &amp; &quot;B&quot; &lt;c&gt;"')
  })

  test('oEmbed in XML escapes the markup that it holds', () => {
    const xml = oembedXml(oembed)
    expect(xml).toContain('<html>&#x3C;blockquote&gt;&#x3C;a href="')
    expect(xml.match(/<[a-z_]+>/g)).toHaveLength(13)
  })

  test('the host of a frame checks origin, source and size', () => {
    const snippet = frameSnippet(frameUrl, 'Town')
    expect(snippet).toContain(`origin !== "${publicUrl}"`)
    expect(snippet).toContain('frame.contentWindow !== source')
    expect(snippet).toContain('Math.min(20000, Math.max(100, height))')
  })

  test('the frame’s links of its filter stay within it', () => {
    const page = renderEmbedPage(view())
    expect(page).toMatch(/target="_self" href="\/timelines\/town-2020\/embed\?theme=prevention"/)
    expect(page).toContain('ResizeObserver')
    // Of marks, too, for which `<base target>` does not count.
    const marks = new Set(page.match(/<a target="\w+" href="[^"]*" tabindex/g))
    expect(marks).toEqual(new Set(['<a target="_self" href="#branches-formed" tabindex']))
  })
})

test.each([
  [404, '找不到这个页面'],
  [410, '已下架'],
  [400, '筛选条件有误'],
  [503, '暂时无法读取'],
  [500, '出错了'],
])('an error page explains %i', (status, title) => {
  const page = renderErrorPage({
    publicUrl,
    speech: view().speech,
    problem: { status, title: 'x', detail: 'y', isExact: false, errors: [] },
  })
  expect(page).not.toMatch(/rel="canonical"|og:url|hreflang="x-default"/)
  expect(page).toContain(`<h1 class="title">${title}`)
})

test('the policy of pages allows what stands in them, and nothing else', async () => {
  const plain = await contentSecurityPolicy('plain')
  expect(plain).toContain("default-src 'none'")
  expect(plain).toContain("require-trusted-types-for 'script'")
  expect(plain).not.toContain('unsafe')
  expect(plain).toContain("frame-ancestors 'none'")
  expect(await contentSecurityPolicy('frame')).toContain('frame-ancestors *')
})

describe('the citation of an event', () => {
  const cited = (ui: TimelineView['speech']['ui']) => {
    const page = renderEventPage({
      publicUrl,
      speech: { ui, content: ui, inAddress: false },
      timeline: timeline({ title: { 'zh-Hans': '小镇《纪事》', en: 'The town' } }),
      resting: new Map(),
      edition: { number: 3, published: '2026-10-01T08:30:00Z' },
      event: timelineEvent(),
      jsonLd: '{}',
      formats: [],
    })
    return [...page.matchAll(/<label>(.*?)<textarea[^>]*>(.*?)<\/textarea>/g)].at(-1)!.slice(1, 3)
  }

  test('names source, publisher, edition and address, with the marks of its language [fault 2.3]', () => {
    const address = `${publicUrl}/timelines/town-2020/events/branches-formed`
    expect(cited('zh-Hans')).toEqual([
      '引用格式',
      `《党支部成立》（2020年1月26日）。来源：《小镇日报》，2020年3月13日。载《小镇〈纪事〉》，第3版，2026年10月1日，${address}`,
    ])
    expect(cited('en')).toEqual([
      'Citation',
      `“Party branches are formed” (26 January 2020). Source: “小镇日报”, 13 March 2020. In: The town, edition 3, 1 October 2026, ${address}`,
    ])
  })
})

test('a card says for whom it is listed under a group [fault 5.4]', () => {
  const [committee, li, town] = timeline().actors
  const actors = [committee!, { ...li!, memberOf: ['committee'] }, town!]
  const shown = (filter: [string, string][], event = timelineEvent({ actors: ['li-ming'] })) =>
    renderTimelinePage({
      ...view({ speech: speechOf('en'), events: [event] }),
      timeline: timeline({ actors }),
      query: readCanonical(filter),
    })
  expect(shown([['actor', 'committee']])).toMatch(/Listed for members: <a [^>]*>Li Ming</)
  const others: [string, string][][] = [[], [['actor', 'li-ming']], [['actor', '-town']]]
  for (const filter of others) expect(shown(filter)).not.toContain('Listed for')
  const both = timelineEvent({ actors: ['committee', 'li-ming'] })
  expect(shown([['actor', 'committee']], both)).not.toContain('Listed for')
})

test.each([
  ['2020-01-26', '1月26日', '26 January|Sunday'],
  ['2020-01-26', '26日', '26 January|Sunday'],
  ['2020-01-26', '6日', '26 January|In the source’s words: |6日'],
  ['2020-01-26', '周日', '26 January|In the source’s words: |周日'],
])('an English rail shows %s, stated as %s, as %s [fault 2.3]', (edtf, statedDate, shown) => {
  const event = timelineEvent({ when: dated(edtf, 'point'), statedDate })
  const page = renderTimelinePage(view({ events: [event], speech: speechOf('en') }))
  expect(rail(page).split('|').filter(Boolean).join('|')).toBe(shown)
})

test('a name written from right to left is isolated, whatever its language tag is [fault B8]', () => {
  const actors = [{ id: 'committee', kind: 'person' as const, name: { 'zh-Hans': 'דוד 12' } }]
  const page = renderTimelinePage(view({ timeline: timeline({ actors }) }))
  expect(page).toContain('dir="auto">דוד 12</a>')
})
