import { enCards, enControls } from '../../page/words/en.ts'
import { moreIn, type More } from '../lazy/controls.ts'

export const more: More = moreIn({ ...enCards, ...enControls })
