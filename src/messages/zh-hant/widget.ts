// Traditional Chinese: messages of the widget only.
import type { WidgetMessages } from '../en/widget.ts'

export const zhHantWidget: WidgetMessages = {
  loading: '正在載入時間軸…',
  failed: '時間軸暫時無法載入。',
  retry: '重試',
  unreached: '無法連線到伺服器。',
  busy: '請求過於頻繁。',
  unavailable: '伺服器暫時無法使用。',
  stale: '顯示的是先前載入的內容。',
  part: (shown, total) => `列出${total}個事件中的${shown}個`,
  noTimeline:
    '無法顯示時間軸：src 須是它的網址，如 https://timelines.example/timelines/town-2020。',
}
