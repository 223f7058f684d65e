// English: messages of the pages only.
import type { Translation } from '../../domain/text/translation.ts'
import { plural } from './plural.ts'

/** What a citation of a whole timeline names; the date is in words. */
interface TimelineCitation {
  readonly title: string
  readonly credit: string | undefined
  readonly edition: number
  readonly published: string
  readonly url: string
}

/** Numbers of events by what is known of their days. */
interface CountedSureness {
  readonly month: number
  readonly less: number
  readonly undated: number
}

interface Sureness {
  readonly day: number
  /** A month, a year, some day within a time, approximate or uncertain. */
  readonly less: number
  readonly undated: number
}

/** Messages that only the pages use. */
export type PageMessages = Translation<typeof enPages>

export const enPages = {
  /** The name of the language in that language. */
  languageName: 'English',
  skip: 'Skip to the events',
  timelines: 'Timelines',
  timelinesIntro: 'Every event cites its source and is dated as precisely as the source allows.',
  /** The first and the last day, month or year; the last without its year where that is the same. */
  spans: (first: string, last: string) => (last === first ? first : `${first} to ${last}`),
  days: (days: number) => plural(days, 'day', 'days'),
  /** Rounded. */
  years: (years: number) => `about ${plural(years, 'year', 'years')}`,
  /** After the number of events: of how many the day is known, and of how many less. */
  sureness: ({ day, less, undated }: Sureness) =>
    less + undated === 0
      ? ', dated to the day'
      : day + undated === 0
        ? ', dated less exactly than to the day'
        : day + less === 0
          ? ', without a date'
          : `: ${[
              day > 0 && `${day} dated to the day`,
              less > 0 && `${less} less exactly`,
              undated > 0 && `${undated} without a date`,
            ]
              .filter(Boolean)
              .join(', ')}`,
  /** The same of events that were only counted: by month, or known only to lie within several. */
  countedSureness: ({ month, less, undated }: CountedSureness) =>
    less + undated === 0
      ? ', each known at least to the month'
      : month + undated === 0
        ? ', known only to lie within several months'
        : month + less === 0
          ? ', without a date'
          : `: ${[
              month > 0 && `${month} known at least to the month`,
              less > 0 && `${less} only to lie within several months`,
              undated > 0 && `${undated} without a date`,
            ]
              .filter(Boolean)
              .join(', ')}`,
  /** That a page has only a part of its list, and what stands on paper before the address of all. */
  part: (shown: number, total: string) => `Events on this page: ${shown} of ${total}`,
  wholeList: 'all of them:',
  /** Before the people and organizations that most events name, and how many others there are. */
  who: 'Who',
  othersToo: (others: number) => `${others} more`,
  cite: 'Cite',
  /** Before what follows the first sentence of a description. */
  aboutTimeline: 'About this timeline',
  /** A title as it stands within the marks that `timelineCitation` puts around it. */
  nestedTitle: (title: string) => title,
  timelineCitation: ({ title, credit, edition, published, url }: TimelineCitation) =>
    `${title}. ${credit === undefined ? '' : `${credit}. `}Edition ${edition}, ${published}, ${url}`,
  apiReference: 'API reference',
  /** The links to the months of a long list. */
  jump: 'Jump to a month',
  findTitle: 'Find by title',
  noTitleFound: 'No timeline has such a title.',
  find: 'Find',
  noTimelines: 'No timeline has been published yet.',
  /** How a first one is begun on the command line: before the commands, and what each begins from. */
  beginning: {
    lead: 'A first one takes ten minutes on the command line, in a clone of Jishi:',
    article: 'From an article',
    table: 'From a table',
    calendar: 'From a calendar',
  },
  language: 'Language',
  updated: 'Updated',
  editions: 'Editions',
  editionsIntro: 'What changed with each publication. A published edition never changes.',
  published: 'Published',
  withdrawnEvent:
    'This event was withdrawn and is no longer listed. This page stays for the record.',
  pages: 'Pages',
  firstPage: 'Back to the beginning',
  nextPage: 'Next page',
  formats: 'Other formats',
  licence: 'Licence',
  date: 'Date',
  edtf: 'ISO 8601-2 (EDTF)',
  kinds: {
    point: 'On a day',
    span: 'Over a period',
    since: 'Began; no end is stated',
    asOf: 'The state of things on that day',
    until: 'Ended; no start is stated',
    undated: 'The source gives no date; no later than the report',
  },
  /** Of an undated event whose source has words for its date, or that something else bounds. */
  noLaterThanThis: 'No day is given; no later than this',
  citations: 'Citations',
  restingOn: (events: number) =>
    events === 1 ? '1 event rests on this source' : `${events} events rest on this source`,
  supports: 'Supports',
  fields: {
    date: 'date',
    title: 'title',
    summary: 'summary',
    themes: 'themes',
    actors: 'people, organizations and places',
    place: 'place',
    measures: 'figures',
    note: 'note',
  },
  note: 'Editor’s note',
  neighbours: 'Previous and next events',
  previous: 'Previous',
  next: 'Next',
  lastChanged: 'Last changed',
  toTimeline: 'Back to the timeline',
  about: 'About',
  memberOf: 'Part of',
  aliases: 'Also called',
  actorKinds: { person: 'Person', organization: 'Organization', group: 'Group', place: 'Place' },
  subscribeIntro:
    'New and corrected events then appear in your calendar by themselves. They are all-day entries that never ring and do not mark you as busy.',
  /** How many events the calendar of a filter has, and its size. */
  calendarSize: (events: string, kilobytes: string) =>
    `The calendar has ${plural(events, 'event', 'events')}, ${kilobytes} kB.`,
  calendarLeftOut: (events: number) =>
    `${plural(events, 'event is', 'events are')} not in it: without a date, or with one too vague or too long for a calendar, or beyond its years.`,
  /** That it is full, and what a reader can do about it. */
  calendarFull: (heldBack: number) =>
    `It is full: a calendar has at most 1 MB, since Google reads no more. What changed last is in it, ${plural(heldBack, 'event', 'events')} unchanged for longest ${heldBack === 1 ? 'is' : 'are'} not.`,
  calendarTooLarge: (events: number) =>
    `${plural(events, 'event is', 'events are')} not in it: more than 1 MB each, which is all that a calendar has room for.`,
  calendarUnread: (events: number) =>
    `What changed last is in it; ${plural(events, 'event', 'events')} unchanged for longest were not looked through.`,
  /** Behind either, where there are themes to choose from. */
  chooseTheme: ' Choose a theme to have all of its events.',
  address: 'Address of the subscription',
  copy: 'Copy',
  open: 'Open',
  refreshHeading: 'How soon it is updated',
  refreshIntro:
    'Each calendar application decides how often it refreshes; we cannot speed it up. A new edition can be read everywhere about a minute after its publication. Most makers publish no interval; what is known follows.',
  clients: {
    apple: {
      name: 'Apple Calendar',
      how: 'Choose Open on an iPhone, iPad or Mac and confirm the subscription.',
      refresh:
        'On a Mac as you choose, from 5 minutes to a week; on an iPhone as often as it fetches new data. For subscriptions kept in iCloud no interval is known.',
    },
    google: {
      name: 'Google Calendar',
      how: 'Choose Open and confirm; or paste the address under Other calendars › From URL on a computer.',
      refresh: 'Usually 8 to 24 hours, at times longer; it cannot be refreshed by hand.',
    },
    outlook: {
      name: 'Outlook',
      how: 'Choose Open and confirm; or paste the address under Add calendar › Subscribe from web.',
      refresh:
        'About 3 hours on the web, at times over a day; on the desktop it depends on version and settings.',
    },
    thunderbird: {
      name: 'Thunderbird',
      how: 'New Calendar › On the Network, and paste the address.',
      refresh: 'As you choose; 30 minutes unless changed.',
    },
    feishu: {
      name: 'Feishu (Lark)',
      how: 'On a computer, look under Calendar for adding a calendar by URL. Where your version lacks this, import the .ics file, which is then not updated.',
      refresh: 'No interval is known.',
    },
    dingtalk: {
      name: 'DingTalk',
      how: 'On a computer, look under Calendar for subscribing by link. Where your version lacks this, import the .ics file, which is then not updated.',
      refresh: 'No interval is known.',
    },
    huawei: {
      name: 'Huawei Calendar',
      how: 'It is not known to subscribe by address: import the .ics file with Calendar, subscribe in an account that the phone keeps in step, or with an app such as ICSx⁵.',
      refresh: 'An imported file is not updated.',
    },
    xiaomi: {
      name: 'Xiaomi Calendar',
      how: 'Calendar › Settings › import schedules › by URL. Where your version lacks this, import the .ics file.',
      refresh: 'No interval is known; an imported file is not updated.',
    },
    other: {
      name: 'Any other calendar',
      how: 'Every calendar that subscribes by address takes this one.',
      refresh: 'The feed suggests an interval; whether it is kept is up to the calendar.',
    },
  },
  embedHeading: 'Embed',
  embedIntro:
    'Choose what to show and copy the code; a live preview follows. No cookies, no storage, no third party.',
  preview: 'Preview',
  /** The preview as a picture and as text. */
  takeAway: {
    heading: 'Picture and text',
    intro:
      'For articles, documents and mails that take neither script nor frame: the preview as a picture, drawn with the typefaces of your device, or as text with links.',
    png: 'Save as PNG',
    svg: 'Save as SVG',
    text: 'Copy as text with links',
    saved: 'Saved to your downloads',
    failed: 'This browser could not draw the picture. Try another browser.',
  },
  snippetElement: 'Element',
  snippetElementIntro: 'Recommended. The file never changes and carries its integrity hash (SRI).',
  snippetFrame: 'Frame',
  snippetFrameIntro:
    'For sites that allow no third-party scripts; without the script its height is fixed.',
  snippetOembed: 'oEmbed address',
  snippetOembedIntro:
    'For systems that unfold links, such as WordPress: paste the address of the page.',
  layout: 'Layout',
  layoutAuto: 'Responsive',
  layoutCompact: 'Compact',
  layoutPicture: 'The picture alone',
  show: 'Show',
  themes: 'Themes',
  errorHome: 'All timelines',
  errors: {
    notFound: {
      title: 'Page not found',
      text: 'The address may be wrong, or the content was removed.',
    },
    removed: {
      title: 'This event was removed',
      text: 'The publisher took it out of the timeline. The page of editions tells when.',
    },
    gone: {
      title: 'Taken down',
      text: 'The publisher took this timeline down, or this edition is no longer kept.',
    },
    badRequest: {
      title: 'This filter could not be read',
      text: 'One of its conditions is invalid, such as a day that does not exist. Clear the filter and try again.',
    },
    notAllowed: {
      title: 'This page can only be read',
      text: 'Something was sent to it, and nothing was done with it. Open its address as usual.',
    },
    tooMany: {
      title: 'Too many requests',
      text: 'Wait a few seconds, then load the page again.',
    },
    unavailable: {
      title: 'Not readable at the moment',
      text: 'Storage is not responding. Nothing is lost; try again shortly.',
    },
    other: {
      title: 'Something went wrong',
      text: 'The page could not be shown; try again shortly.',
    },
  },
}
