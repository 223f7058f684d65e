import { enCards } from '../../page/words/en.ts'
import type { Words } from './words.ts'

/** Put in by the build. */
declare const MORE: string

export const words: Words = {
  more: MORE,
  cards: enCards,
  widget: {
    loading: 'Loading the timeline…',
    failed: 'The timeline cannot be loaded at the moment.',
    retry: 'Try again',
    stale: 'The connection was lost; this is what was loaded before.',
  },
}
