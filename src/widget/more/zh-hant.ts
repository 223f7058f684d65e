import { zhHantCards, zhHantControls } from '../../page/words/zh-hant.ts'
import { moreIn, type More } from '../lazy/controls.ts'

export const more: More = moreIn({ ...zhHantCards, ...zhHantControls })
