// What a phrase such as 次日, that year, 8时20分 counts from: whether the text has named it, and what makes it
// doubtful.
import { plain } from '../reasons/reason.ts'
import type { Composed } from './compose.ts'
import { dayAbove, type Scene, type Spot } from './scene.ts'
import type { Phrase, Statement } from './stated.ts'

/** Why what counts from the date named last is open, if it is. */
export function doubtOfBase(
  { focus, day, hasOtherDay }: Scene,
  { paragraph }: Spot,
  isUnread: boolean,
): Composed['open'] {
  if (isUnread) return plain('unread-between')
  // 今日公布…，当日5时接报: of the day on which it is told, or of the day that it tells of.
  const isTold = focus?.periods[0]?.first === day && focus.paragraph !== paragraph
  if (isTold && hasOtherDay) return plain('two-bases')
  return focus?.doubtful === true ? plain('from-open') : null
}

/**
 * On 21 August a hospital told of a fair held 9 to 18 August. The next day: of the day that opened the
 * sentence, more likely than of the end of a stretch behind it.
 */
export function otherBase(
  { from: { stated, besides }, to }: Phrase,
  scene: Scene,
  { sentence }: Spot,
): Scene | null {
  const { focus, opening } = scene
  if (stated.is !== 'shift' || stated.unit !== 'day' || stated.from !== 'text') return null
  if (besides.length > 0 || to !== undefined || focus === null || opening === null) return null
  if (!focus.bounds || opening.bounds || opening.sentence !== focus.sentence) return null
  const isDay = opening.periods.every(({ unit }) => unit === 'day')
  return isDay && focus.sentence !== sentence ? { ...scene, focus: opening } : null
}

export const needsText = ({ from: { stated, besides } }: Phrase): boolean =>
  besides.length === 0 && leansOnText(stated)

const leansOnText = (stated: Statement): boolean =>
  isOfEra(stated) ||
  (stated.is === 'weeks' && stated.from === 'text') ||
  (stated.is === 'shift' && stated.from === 'text') ||
  (stated.is === 'lunar' &&
    stated.month === undefined &&
    stated.eve !== true &&
    stated.orCivil !== true) ||
  stated.is === 'clock' ||
  (stated.is === 'weekday' && stated.side === 'following')

/** 次年, 同月, that year: what they count from must be the date named last. */
export function countsFromText(phrase: Phrase): boolean {
  const { stated } = phrase.from
  if (needsText(phrase)) return true
  if (stated.is !== 'calendar' || phrase.from.besides.length > 0) return false
  return [stated.year, stated.month].some(
    (count) => count !== undefined && 'from' in count && count.from === 'text',
  )
}

const isOfEra = (stated: Statement): boolean =>
  stated.is === 'calendar' && stated.year !== undefined && 'inEra' in stated.year

const isShortAlone = (stated: Statement): boolean =>
  stated.is === 'calendar' &&
  stated.year !== undefined &&
  'inEra' in stated.year &&
  stated.year.orShort !== undefined &&
  stated.year.orShort !== 'beside'

/** Whether the text has named what such words count from, and lately. */
export function mayCount({ from: { stated } }: Phrase, scene: Scene, spot: Spot): boolean {
  const { focus, lunarMonth, era } = scene
  if (stated.is === 'lunar') return lunarMonth !== null
  if (isOfEra(stated)) return era !== null || isShortAlone(stated)
  if (stated.is === 'clock' && dayAbove(scene, spot) !== null) return true
  if (focus === null) return false
  if (stated.is === 'clock' && stated.isNear === true)
    return (
      !focus.bounds &&
      (stated.isFar === true
        ? spot.paragraph - focus.paragraph <= 2
        : focus.paragraph === spot.paragraph && spot.sentence - focus.sentence <= 1) &&
      focus.periods.every(({ unit }) => unit === 'day')
    )
  return spot.paragraph - focus.paragraph <= 2
}
