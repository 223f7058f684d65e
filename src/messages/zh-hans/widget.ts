// Simplified Chinese: messages of the widget only.
import type { WidgetMessages } from '../en/widget.ts'

export const zhHansWidget: WidgetMessages = {
  loading: '正在载入时间线…',
  failed: '时间线暂时无法载入。',
  retry: '重试',
  unreached: '无法连接到服务器。',
  busy: '请求过于频繁。',
  unavailable: '服务器暂时不可用。',
  stale: '显示的是先前载入的内容。',
  part: (shown, total) => `列出${total}个事件中的${shown}个`,
  noTimeline:
    '无法显示时间线：src 须是它的网址，如 https://timelines.example/timelines/town-2020。',
}
