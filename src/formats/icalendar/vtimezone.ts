// The only component of a calendar without events, which must not be empty (RFC 5545, 3.6). Nothing
// refers to it, since every date is all-day, so tables of time zones are not worth their size
// (docs/decisions/0011-bundle-size.md): every zone but Asia/Shanghai gets UTC, which is always
// valid.
import { property, type Component } from './component.ts'

export const timeZoneComponent = (timeZone: string): Component =>
  timeZone === 'Asia/Shanghai' ? shanghai : utc

const shanghai = fixed('Asia/Shanghai', 'CST', '+08:00')
const utc = fixed('Etc/UTC', 'UTC', '+00:00')

function fixed(id: string, name: string, offset: string): Component {
  const properties = [
    property('tzname', 'text', name),
    property('tzoffsetfrom', 'utc-offset', offset),
    property('tzoffsetto', 'utc-offset', offset),
    property('dtstart', 'date-time', '1970-01-01T00:00:00'),
  ]
  return ['vtimezone', [property('tzid', 'text', id)], [['standard', properties, []]]]
}
