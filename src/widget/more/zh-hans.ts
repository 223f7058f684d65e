import { zhHansCards, zhHansControls } from '../../page/words/zh-hans.ts'
import { moreIn, type More } from '../lazy/controls.ts'

export const more: More = moreIn({ ...zhHansCards, ...zhHansControls })
