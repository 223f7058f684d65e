// Random timelines as their pictures, for properties of what is drawn.
import * as fc from 'fast-check'
import { countTimes } from '../../src/domain/query/counts.ts'
import { everything } from '../../src/domain/query/event-query.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { printHtml } from '../../src/markup/html.ts'
import { pictureOf } from '../../src/page/list/picture/picture.ts'
import { pageContext } from '../../src/page/page-context.ts'
import type { ListView } from '../../src/page/view.ts'
import { dated, datesAround2020 } from './dates.ts'
import { timeline, timelineEvent } from './feed.ts'

const titles = fc.constantFrom(
  '复工',
  '冯素华除夕夜起投入村里防疫',
  'A title of some length, in Latin letters',
  'عادت المصانع إلى العمل',
  '852家企业全数复工，4200户个体户开业',
  'WHO praises the “Town of the Year 2020”: 108 firms are back',
  '𠀀𠀁 and 👩‍👩‍👧 emoji',
)

/** Events with dates of every kind, with no, one or two of the themes of `timeline()`. */
export const picturedEvents = fc
  .array(
    fc.record({
      date: datesAround2020,
      themes: fc.subarray(['prevention', 'reopening']),
      title: titles,
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ date: [date, kind], themes, title }, i) =>
      timelineEvent({ id: `e-${i}`, when: dated(date, kind), themes, title: { en: title } }),
    ),
  )

/** A list of these events, without a filter. */
export function viewOfPicture(
  shown: readonly TimelineEvent[],
  ui: ListView['speech']['ui'] = 'en',
): ListView {
  return {
    publicUrl: 'https://timelines.example',
    speech: { ui, content: ui, inAddress: true },
    timeline: timeline(),
    base: '',
    query: everything,
    events: shown,
    total: shown.length,
    setAside: 0,
    choices: { theme: new Map(), all: shown.length, actor: new Map(), source: new Map() },
    times: countTimes(shown.map(({ when }) => when)),
  }
}

/** The picture of a list as markup. */
export function drawnPicture(list: ListView): string {
  const context = pageContext(list)
  const options = { url: context.addresses.timeline, more: '#more' }
  const picture = pictureOf(list, options, context)
  return picture === false ? '' : printHtml(picture)
}
