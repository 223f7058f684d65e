// Traditional Chinese: messages of the widget only.
import type { WidgetMessages } from '../en/widget.ts'

export const zhHantWidget: WidgetMessages = {
  loading: '正在載入時間軸…',
  failed: '時間軸暫時無法載入。',
  retry: '重試',
  stale: '連線中斷，顯示的是先前載入的內容。',
  noTimeline:
    '無法顯示時間軸：src 須是它的網址，如 https://timelines.example/timelines/town-2020。',
}
