import { zhHantCards } from '../../page/words/zh-hant.ts'
import type { Words } from './words.ts'

/** Put in by the build. */
declare const MORE: string

export const words: Words = {
  more: MORE,
  cards: zhHantCards,
  widget: {
    loading: '正在載入時間線…',
    failed: '時間線暫時無法載入。',
    retry: '重試',
    stale: '連線中斷，顯示的是先前載入的內容。',
  },
}
