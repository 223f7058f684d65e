// What is quoted of an event says with it that it is disputed, or was withdrawn.
import type { EventStatus } from '../../domain/document/event.ts'
import type { ControlMessages } from '../en/list.ts'

/**
 * A title, or a date, with the status of its event unless that is confirmed.
 * @example withStatus('Twelve resumed', { status: 'disputed' }, words) → 'Twelve resumed [disputed]'
 */
export const withStatus = (
  text: string,
  { status }: { readonly status: EventStatus },
  { statusMarks }: Pick<ControlMessages, 'statusMarks'>,
): string => text + statusMarks[status]
