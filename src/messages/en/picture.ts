// English: messages of the picture of time.
import type { PictureMessages } from '../tables/picture.ts'
import { englishMonths } from './dates.ts'
import { plural } from './plural.ts'

export const enPicture: PictureMessages = {
  by: { theme: 'By theme', actor: 'By person and organization' },
  none: { theme: 'No theme', actor: 'Nobody named' },
  more: {
    theme: (count) => `${count} more ${count === 1 ? 'theme' : 'themes'}`,
    actor: (count) => `${count} more`,
  },
  shortMonth: (_, month) => (englishMonths[month - 1] ?? '').slice(0, 3),
  dayOfMonth: String,
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
    undated: 'no date in the source',
    vague: 'approximate or uncertain',
  },
  undatedColumn: 'No date',
  windowColumn: 'Several bars',
  scale: (size, highest) =>
    `One bar a ${size}; the highest has ${plural(highest, 'event', 'events')}`,
  ownScale: (lane, highest) => `; “${lane}” has a scale of its own, with up to ${highest}`,
  table: 'Show as a table',
  time: 'Time',
  sentence: ({ total, undated, by, lanes }) =>
    `${plural(total, 'event', 'events')} in ${plural(lanes.length, 'row', 'rows')} by ${{ theme: 'theme', actor: 'person and organization' }[by]}: ${lanes.map(([name, count]) => `${name} (${count})`).join(', ')}; ${undated === 0 ? 'all have a date' : `${total - undated} with a date, ${undated} without one in the source`}.`,
}
