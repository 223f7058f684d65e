// What editors show while somebody writes a document: a description and an example of every field.
// docs/data-model.md has the same in tables.
import type { Allowance } from '../domain/text/allowance.ts'
import type { AuthoredActor } from '../domain/document/actor.ts'
import type { Citation } from '../domain/document/citation.ts'
import type { AuthoredEvent } from '../domain/document/event.ts'
import type { Link } from '../domain/document/link.ts'
import type { AuthoredMeasure } from '../domain/document/measure.ts'
import type { AuthoredSource } from '../domain/document/source.ts'
import type { AuthoredTheme } from '../domain/document/theme.ts'
import type { Authority, TimelineDocument } from '../domain/document/timeline.ts'

export interface FieldHelp {
  readonly description: string
  /** A value that the field accepts; the snippet is made of it. */
  readonly example: unknown
}

type HelpFor<Schema extends { readonly entries: object }> = Readonly<
  Record<keyof Schema['entries'] & string, FieldHelp>
>

const text = (zhHans: string, en: string) => ({ 'zh-Hans': zhHans, en })

const allowance: HelpFor<typeof Allowance> = {
  term: {
    description:
      'A term that the check names, or words of the text around it, 100 characters; or a number that no cited passage has.',
    example: '康复中心',
  },
  reason: {
    description: 'Why it is right here, 500 characters; not published in any answer.',
    example: '新建的公共机构',
  },
}

/** Of every part that may have it. */
const allow: FieldHelp = {
  description:
    'What the check would object to in this part, and why it is right: terms of the list of private matters, numbers that no cited passage has.',
  example: [{ term: '康复中心', reason: '新建的公共机构' }],
}

const authority: HelpFor<typeof Authority> = {
  domain: {
    description: 'A domain name that you hold on the date.',
    example: 'timelines.example',
  },
  date: {
    description: 'A year, month or day on which you hold the domain.',
    example: '2026',
  },
}

const licence: HelpFor<typeof TimelineDocument.entries.licence.wrapped> = {
  name: {
    description: 'The name of the licence, 200 characters.',
    example: 'CC BY 4.0',
  },
  url: {
    description: 'The address of its text.',
    example: 'https://creativecommons.org/licenses/by/4.0/',
  },
}

const theme: HelpFor<typeof AuthoredTheme> = {
  id: {
    description: 'Identifies the theme in addresses and events; never changes.',
    example: 'reopening',
  },
  label: {
    description: 'Its name, 200 characters a language; selects the theme in a filter, too.',
    example: text('复工', 'Reopening'),
  },
  color: {
    description:
      'Index of its colour, 0 to 11. Without it the service chooses one, by the id, when the theme is shown.',
    example: 1,
  },
  allow,
}

const actor: HelpFor<typeof AuthoredActor> = {
  id: {
    description: 'Identifies the actor in addresses and events; never changes.',
    example: 'li-ming',
  },
  kind: {
    description:
      'What it is; a group is not a legal entity. Leave it out where it is not known: nothing is then said of it.',
    example: 'person',
  },
  name: {
    description: 'Its name, 200 characters a language; selects the actor in a filter, too.',
    example: text('李明', 'Li Ming'),
  },
  role: {
    description: 'Its office or part, 500 characters a language.',
    example: text('镇党委书记', 'Party secretary of the town'),
  },
  memberOf: {
    description: 'The actors that it belongs to; a filter by one of them finds it, too.',
    example: ['committee'],
  },
  aliases: {
    description: 'Other names by language, 200 characters each; they select the actor, too.',
    example: { 'zh-Hans': ['李书记'] },
  },
  allow,
}

const source: HelpFor<typeof AuthoredSource> = {
  id: {
    description: 'Identifies the source in citations; never changes.',
    example: 'town-news-2020-03-13',
  },
  title: {
    description:
      'Its title, 500 characters a language. Shown in another language than that of the source, it is said to be a translation.',
    example: text('小镇防疫纪实', 'How the town met the epidemic'),
  },
  publisher: {
    description: 'Who published it, 200 characters a language.',
    example: text('镇报', 'Town News'),
  },
  authors: {
    description: 'Who wrote it, 200 characters each.',
    example: ['王芳'],
  },
  published: {
    description:
      'When it appeared, as precisely as it is known: a day, month or year, or an instant with Z or an offset. Its last day bounds what the source can tell of.',
    example: '2020-03-13',
  },
  url: {
    description: 'Its address.',
    example: 'https://news.example/2020/03/13/1',
  },
  archivedUrl: {
    description: 'The address of an archived copy.',
    example: 'https://archive.example/news.example/2020/03/13/1',
  },
  language: {
    description: 'The language of its text, as a tag of BCP 47.',
    example: 'zh-Hans',
  },
  sha256: {
    description: 'Of its text in UTF-8 with LF line ends, 64 lower-case hexadecimal digits.',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
  rights: {
    description: 'Who holds the rights, 500 characters a language.',
    example: text('权利归出版者', 'Rights reserved by the publisher'),
  },
  allow,
}

const citation: HelpFor<typeof Citation> = {
  source: {
    description: 'The id of the source.',
    example: 'town-news-2020-03-13',
  },
  exact: {
    description:
      'The words of the source, 5000 characters; short phrases are enough. Without it, the citation names the source, and is shown as a source, not as cited words.',
    example: '截至2月24日,108家规上企业',
  },
  prefix: {
    description: 'What stands before, 1 to 200 characters, where the words stand more than once.',
    example: '好转。',
  },
  suffix: {
    description: 'What stands after, 1 to 200 characters, where the words stand more than once.',
    example: '复工',
  },
  start: {
    description: 'Where the words begin in the text, in Unicode code points from 0; with `end`.',
    example: 183,
  },
  end: {
    description:
      'Where the words end in the text, in Unicode code points, exclusive; with `start`.',
    example: 199,
  },
  supports: {
    description: 'Which fields of the event the citation supports.',
    example: ['date', 'title'],
  },
}

const measure: HelpFor<typeof AuthoredMeasure> = {
  label: {
    description: 'What is counted, 200 characters a language.',
    example: text('复工企业', 'Enterprises open'),
  },
  value: {
    description: 'The figure, exact to the digit; of a range the lower end.',
    example: 108,
  },
  valueTo: {
    description: 'The upper end of a range such as 8-10家.',
    example: 10,
  },
  unit: {
    description: 'What the figure counts, 50 characters a language.',
    example: text('家', 'enterprises'),
  },
  unitCode: {
    description: 'UN/CEFACT Recommendation 20 (MTK is m²), or a currency of ISO 4217 (CNY).',
    example: 'MTK',
  },
  approximate: {
    description: 'True if the source gives the figure as approximate: 约, 左右, about.',
    example: true,
  },
  bound: {
    description: 'Whether the actual figure is over or under the value: 1000多 is over.',
    example: 'over',
  },
  sourceWords: {
    description: 'The figure in the source’s words, 100 characters; they lie inside cited words.',
    example: '108家',
  },
  parts: {
    description: 'Figures that add up to this one, at most 20; they have no parts.',
    example: [{ label: '市级', value: 4, unit: '家' }],
  },
}

const link: HelpFor<typeof Link> = {
  url: {
    description: 'An http or https address.',
    example: 'https://town.example/notice',
  },
  title: {
    description: 'What is there, 500 characters a language.',
    example: text('公告', 'Notice'),
  },
}

const event: HelpFor<typeof AuthoredEvent> = {
  id: {
    description: 'Part of its permanent address; never changes.',
    example: 'large-enterprises-reopened',
  },
  date: {
    description:
      'When, as precisely as the source says, in EDTF (ISO 8601-2): 2020-02-24, 2020-02, [2020-02-01..2020-02-10] on one of these days, 2020-02-01/2020-02-10 lasted, 2020-02-24/.. began, ../2020-02-24 as of, /2020-02-24 ended, [..2020-03-13] no later than.',
    example: '../2020-02-24',
  },
  kind: {
    description:
      'What the date claims. The form of the date decides it, but for a month or year: that is some day in it unless `span` says all of it.',
    example: 'asOf',
  },
  statedDate: {
    description:
      'The source’s own words for the date, 100 characters; they lie inside cited words. Leave it out where the source has none.',
    example: '截至2月24日',
  },
  title: {
    description: 'What happened, 500 characters a language.',
    example: text('108家规上企业全数复工', 'All 108 large enterprises are open'),
  },
  summary: {
    description: 'More about it in your own words, 5000 characters a language.',
    example: text('复工率达到100%。', 'The rate of resumption reached 100 per cent.'),
  },
  themes: {
    description: 'The ids of its themes; the first gives it its colour.',
    example: ['reopening'],
  },
  actors: {
    description: 'The ids of those who take part, at most 64.',
    example: ['large-enterprises'],
  },
  place: {
    description: 'The id of an actor that is a place.',
    example: 'town',
  },
  measures: {
    description: 'Its figures, at most 100.',
    example: [{ label: '企业', value: 108, unit: '家', sourceWords: '108家' }],
  },
  citations: {
    description: 'Where it is said, 1 to 100.',
    example: [{ source: 'town-news-2020-03-13', exact: '截至2月24日,108家规上企业' }],
  },
  links: {
    description: 'Further reading.',
    example: [{ url: 'https://town.example/notice' }],
  },
  status: {
    description:
      'Confirmed if it is absent. A withdrawn event is not listed; its page says that it was withdrawn.',
    example: 'disputed',
  },
  note: {
    description: 'How the source was read, what is uncertain, 5000 characters a language.',
    example: text('年份依报道日期推定。', 'The year follows from the date of the report.'),
  },
  allow,
}

const timeline: HelpFor<typeof TimelineDocument> = {
  $schema: {
    description: 'For editors: where this schema is. Not part of the content.',
    example: '../timeline.schema.json',
  },
  formatVersion: { description: 'The format of the document.', example: 1 },
  id: {
    description: 'Part of the address; never changes.',
    example: 'town-2020',
  },
  title: {
    description: 'The name of the timeline, 500 characters a language.',
    example: text('小镇2020', 'The town in 2020'),
  },
  description: {
    description: 'What it is about and how it was made, 5000 characters a language.',
    example: text('依据一篇报道整理。', 'Drawn from one report.'),
  },
  language: {
    description: 'The language of texts without a tag, as a tag of BCP 47.',
    example: 'zh-Hans',
  },
  timeZone: {
    description: 'Name of the IANA database; events are dated by its civil days.',
    example: 'Asia/Shanghai',
  },
  authority: {
    description: 'Who assigns the permanent identifiers (RFC 4151); fixed at the first edition.',
    example: { domain: 'timelines.example', date: '2026' },
  },
  licence: {
    description: 'Under which licence the timeline may be used.',
    example: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  credit: {
    description: 'How to credit the timeline, 500 characters a language.',
    example: text('小镇纪事编辑组', 'The editors of the town’s timeline'),
  },
  allowTerms: {
    description:
      'Terms of the list of private matters that this timeline may use anywhere, 1 to 100 characters each. `allow` of a part is narrower and has a reason.',
    example: ['确诊'],
  },
  themes: {
    description: 'What events are filed under.',
    example: [{ id: 'reopening', label: '复工' }],
  },
  actors: {
    description: 'Who takes part: persons, organizations, groups and places.',
    example: [{ id: 'town', kind: 'place', name: '小镇' }],
  },
  sources: {
    description: 'The published texts that events cite.',
    example: [
      { id: 'town-news-2020-03-13', title: '镇报', published: '2020-03-13', language: 'zh-Hans' },
    ],
  },
  events: {
    description: 'What happened.',
    example: [
      {
        id: 'large-enterprises-reopened',
        date: '../2020-02-24',
        title: '规上企业全数复工',
        themes: ['reopening'],
        actors: [],
        citations: [{ source: 'town-news-2020-03-13', exact: '截至2月24日' }],
      },
    ],
  },
}

/** By the name of the object in the schema; the parts of a measure are measures. */
export const documentHelp = {
  Timeline: timeline,
  Authority: authority,
  Licence: licence,
  Theme: theme,
  Actor: actor,
  Source: source,
  Event: event,
  Measure: measure,
  Citation: citation,
  Link: link,
  Allowance: allowance,
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldHelp>>>>
