// Messages of the picture of time: its lanes, its axis, its key, and what tells it in words.
import type { Feast } from '../../domain/date/feast.ts'
import type { BinSize, LaneKind } from '../../domain/query/lanes.ts'

export interface PictureMessages {
  /** What has the lanes: the choice between them. */
  readonly by: Readonly<Record<LaneKind, string>>
  /** The lane of events without a theme, or without a person or organization. */
  readonly none: Readonly<Record<LaneKind, string>>
  /** The lane of the themes that have none of their own. */
  readonly more: Readonly<Record<LaneKind, (count: number) => string>>
  readonly shortMonth: (year: number, month: number) => string
  readonly dayOfMonth: (day: number) => string
  /** The day on which the sources were published. */
  readonly horizon: string
  readonly feasts: Readonly<Record<Feast, string>>
  readonly key: string
  readonly marks: Readonly<
    Record<'day' | 'span' | 'since' | 'asOf' | 'until' | 'window' | 'undated' | 'vague', string>
  >
  /** Above the column of events without a date; above that of events within several bins. */
  readonly undatedColumn: string
  readonly windowColumn: string
  /** What a bar stands for, and how many events the highest has. */
  readonly scale: (size: BinSize, highest: number) => string
  /** After that: a lane, by name, whose bars have a scale of their own. */
  readonly ownScale: (lane: string, highest: number) => string
  readonly table: string
  /** The first column of the table. */
  readonly time: string
  readonly sentence: (told: PictureTold) => string
}

/** What a sentence tells of a picture. */
export interface PictureTold {
  readonly total: number
  readonly undated: number
  readonly by: LaneKind
  readonly lanes: readonly (readonly [name: string, count: number])[]
}
