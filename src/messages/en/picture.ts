// English: messages of the picture of time: its lanes, its axis, its key, and what tells it in words.
import type { BinSize, LaneKind } from '../../domain/query/lanes.ts'
import type { Translation } from '../../domain/text/translation.ts'
import { englishMonths } from './dates.ts'
import { plural } from './plural.ts'

/** What a sentence tells of a picture. */
interface PictureTold {
  readonly total: number
  readonly undated: number
  readonly by: LaneKind
  readonly lanes: readonly (readonly [name: string, count: number])[]
}

export type PictureMessages = Translation<typeof enPicture>

export const enPicture = {
  /** What has the lanes: the choice between them. */
  by: { theme: 'By theme', actor: 'By person and organization' },
  /** The lane of events without a theme, or without a person or organization. */
  none: { theme: 'No theme', actor: 'Nobody named' },
  /** The lane of the themes that have none of their own. */
  more: {
    theme: (count: number) => `${count} more ${count === 1 ? 'theme' : 'themes'}`,
    actor: (count: number) => `${count} more`,
  },
  shortMonth: (_: number, month: number) => (englishMonths[month - 1] ?? '').slice(0, 3),
  dayOfMonth: String as (day: number) => string,
  /** The day on which the sources were published. */
  horizon: 'source published',
  feasts: {
    newYearsEve: 'Lunar New Year’s Eve',
    newYear: 'Lunar New Year',
    lanterns: 'Lantern Festival',
    qingming: 'Qingming',
    dragonBoats: 'Dragon Boats',
    qixi: 'Qixi',
    midAutumn: 'Mid-Autumn',
    doubleNinth: 'Double Ninth',
    winterSolstice: 'Winter Solstice',
    laba: 'Laba',
  },
  key: 'Key',
  marks: {
    day: 'on a day',
    span: 'lasted',
    since: 'since a day',
    asOf: 'as of a day',
    until: 'until a day',
    window: 'some day within',
    undated: 'without a date',
    vague: 'approximate or uncertain',
  },
  /** Above the column of events without a date; above that of events within several bins. */
  undatedColumn: 'No date',
  windowColumn: 'Several bars',
  /** What a bar stands for, and how many events the highest has. */
  scale: (size: BinSize, highest: number) =>
    `One bar a ${size}; the highest has ${plural(highest, 'event', 'events')}`,
  /** After that: a lane, by name, whose bars have a scale of their own. */
  ownScale: (lane: string, highest: number) =>
    `; “${lane}” has a scale of its own, with up to ${highest}`,
  table: 'Show as a table',
  /** The first column of the table. */
  time: 'Time',
  sentence: ({ total, undated, by, lanes }: PictureTold) =>
    `${plural(total, 'event', 'events')} in ${plural(lanes.length, 'row', 'rows')} by ${{ theme: 'theme', actor: 'person and organization' }[by]}: ${lanes.map(([name, count]) => `${name} (${count})`).join(', ')}; ${undated === 0 ? 'all have a date' : `${total - undated} with a date, ${undated} without one`}.`,
}
