// The forms in which editions are stored. Each stored value and database includes the number of its
// form; older forms are upgraded when they are read, newer ones are a fault.
// 0: version 0.1, which wrote no number: dates include their words. 1: dates have no words.
import type { TimelineEvent } from '../domain/document/event.ts'
import type { ChangedDate, FieldChange } from '../domain/document/fields.ts'
import { civilDateIn } from '../domain/date/civil-date.ts'
import { civilDay } from '../domain/date/civil-day.ts'
import { parseEdtf } from '../domain/date/edtf.ts'
import type { When } from '../domain/date/when.ts'
import type { Changes } from './changes/events.ts'
import type { Head } from './head.ts'

/** The form that this version writes, and the newest that it reads. */
export const storedForm = 1

/** True for the forms that this version reads. */
export const isReadableForm = (form: unknown): form is number =>
  Number.isInteger(form) && Number(form) >= 0 && Number(form) <= storedForm

/**
 * Upgrades a head to the newest form.
 * @example form 0: { when: { edtf, words, … }, … } in `adds` → { when: { edtf, … }, … }
 */
export function upgradeHead(head: Head, form: number): Head {
  return form >= 1 ? head : { ...head, adds: head.adds.map(withoutWords) }
}

/** Upgrades the changes of an edition to the newest form; `timeZone` is that of its timeline. */
export function upgradeChanges(changes: Changes, form: number, timeZone: string): Changes {
  if (form >= 1) return changes
  const upgraded = changes.changed.map((event) => ({
    ...event,
    fields: event.fields.map((change) => upgradeChange(change, timeZone)),
  }))
  return { ...changes, changed: upgraded }
}

type When0 = When & { readonly words?: unknown; readonly short?: unknown }

function withoutWords(event: TimelineEvent): TimelineEvent {
  const { words: _words, short: _short, ...when } = event.when as When0
  return { ...event, when }
}

function upgradeChange(change: FieldChange, timeZone: string): FieldChange {
  if (change.field !== 'date') return change
  const { before, after } = change
  return { ...change, before: changedDate(before, timeZone), after: changedDate(after, timeZone) }
}

/** Form 0 had no day and minute for an instant; they are computed in the time zone. */
function changedDate(value: unknown, timeZone: string): ChangedDate {
  const { edtf, kind } = value as ChangedDate
  const parsed = parseEdtf(edtf)
  const civil = parsed.ok ? civilDateIn(parsed.value, timeZone) : parsed
  if (!civil.ok || civil.value.form !== 'clock') return { edtf, kind }
  const { date, minute } = civil.value
  const anchor = civilDay(date.year, date.month ?? 1, Number(date.day))
  return { edtf, kind, anchor, minute }
}
