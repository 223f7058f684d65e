import { zhHansCards } from '../../page/words/zh-hans.ts'
import type { Words } from './words.ts'

/** Put in by the build. */
declare const MORE: string

export const words: Words = {
  more: MORE,
  cards: zhHansCards,
  widget: {
    loading: '正在载入时间线…',
    failed: '时间线暂时无法载入。',
    retry: '重试',
    stale: '连接中断，显示的是先前载入的内容。',
  },
}
