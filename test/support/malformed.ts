// Malformed reads of the timeline of document.ts, each with its problem type and the place of the
// fault in the request. Addresses are relative to that of the timeline.
import type { ProblemType } from '../../src/http/problem.ts'

/** The reported place of the fault in the request. */
type Place = { readonly parameter?: string; readonly header?: string; readonly pointer?: string }

type Case = readonly [title: string, address: string, type: ProblemType, place?: Place]

const limits: Case[] = [
  ['a limit of 0', '/events?limit=0', 'invalid-parameter', { parameter: 'limit' }],
  ['a limit of 501', '/events?limit=501', 'invalid-parameter', { parameter: 'limit' }],
  ['a negative limit', '/events?limit=-1', 'invalid-parameter', { parameter: 'limit' }],
  ['a fraction', '/events?limit=1.5', 'invalid-parameter', { parameter: 'limit' }],
  ['an exponent', '/events?limit=1e2', 'invalid-parameter', { parameter: 'limit' }],
  ['a hexadecimal number', '/events?limit=0x10', 'invalid-parameter', { parameter: 'limit' }],
  ['a leading zero', '/events?limit=010', 'invalid-parameter', { parameter: 'limit' }],
  ['a number with a blank', '/events?limit=+5', 'invalid-parameter', { parameter: 'limit' }],
  ['full-width digits', '/events?limit=５', 'invalid-parameter', { parameter: 'limit' }],
  ['Infinity', '/events?limit=Infinity', 'invalid-parameter', { parameter: 'limit' }],
  ['a limit of a feed', '/events.ics?limit=501', 'invalid-parameter', { parameter: 'limit' }],
]

const dates: Case[] = [
  [
    'a day that there is not',
    '/events?from=2020-02-30',
    'invalid-parameter',
    { parameter: 'from' },
  ],
  ['the 29th of a common year', '/events?to=2021-02-29', 'invalid-parameter', { parameter: 'to' }],
  ['month 13', '/events?from=2020-13', 'invalid-parameter', { parameter: 'from' }],
  ['month 0', '/events?from=2020-00', 'invalid-parameter', { parameter: 'from' }],
  ['a date of other order', '/events?from=01-02-2020', 'invalid-parameter', { parameter: 'from' }],
  ['a date in words', '/events?from=yesterday', 'invalid-parameter', { parameter: 'from' }],
  ['an instant', '/events?from=2020-02-01T00:00:00Z', 'invalid-parameter', { parameter: 'from' }],
  ['an interval', '/events?from=2020-01/2020-02', 'invalid-parameter', { parameter: 'from' }],
  ['an approximate day', '/events?to=2020-02~', 'invalid-parameter', { parameter: 'to' }],
  ['an unspecified day', '/events?to=2020-02-XX', 'invalid-parameter', { parameter: 'to' }],
  [
    'a window that ends first',
    '/events?from=2020-03&to=2020-02',
    'invalid-parameter',
    { parameter: 'to' },
  ],
  ['NUL in a date', '/events?from=2020%00', 'invalid-parameter', { parameter: 'from' }],
]

const filters: Case[] = [
  ['an unknown theme', '/events?theme=nothing', 'invalid-parameter', { parameter: 'theme' }],
  ['an unknown actor', '/events?actor=nothing', 'invalid-parameter', { parameter: 'actor' }],
  ['an unknown source', '/events?source=nothing', 'invalid-parameter', { parameter: 'source' }],
  ['one unknown of two', '/events?theme=reopening,x', 'invalid-parameter', { parameter: 'theme' }],
  ['a lone hyphen', '/events?theme=-', 'invalid-parameter', { parameter: 'theme' }],
  ['two hyphens', '/events?theme=--reopening', 'invalid-parameter', { parameter: 'theme' }],
  ['a lone comma', '/events?actor=,', 'invalid-parameter', { parameter: 'actor' }],
  ['__proto__', '/events?theme=__proto__', 'invalid-parameter', { parameter: 'theme' }],
  ['another match', '/events?match=perhaps', 'invalid-parameter', { parameter: 'match' }],
  ['a match in capitals', '/events?match=CERTAIN', 'invalid-parameter', { parameter: 'match' }],
  ['another undated', '/events?undated=yes', 'invalid-parameter', { parameter: 'undated' }],
  ['another order', '/events?sort=title', 'invalid-parameter', { parameter: 'sort' }],
  ['eleven words', '/events?q=a+b+c+d+e+f+g+h+i+j+k', 'invalid-parameter', { parameter: 'q' }],
  ['members of another sort', '/events?members=1', 'invalid-parameter', { parameter: 'members' }],
  ['other facets', '/events?facets=1', 'invalid-parameter', { parameter: 'facets' }],
  ['no language tag', '/events?lang=*', 'invalid-parameter', { parameter: 'lang' }],
  ['a language of one letter', '/events?lang=x', 'invalid-parameter', { parameter: 'lang' }],
  ['another vague', '/events.ics?vague=1', 'invalid-parameter', { parameter: 'vague' }],
  ['another bom', '/events.csv?bom=true', 'invalid-parameter', { parameter: 'bom' }],
  ['no edition number', '/events?edition=latest', 'invalid-parameter', { parameter: 'edition' }],
  ['no edition number to compare', '/changes?since=x', 'invalid-parameter', { parameter: 'since' }],
]

const strings: Case[] = [
  ['a truncated escape', '/events?theme=%', 'invalid-parameter'],
  ['half an escape', '/events?theme=%e', 'invalid-parameter'],
  ['an escape without digits', '/events?theme=%zz', 'invalid-parameter'],
  ['a lone continuation byte', '/events?theme=%80', 'invalid-parameter'],
  ['Latin-1', '/events?q=caf%e9', 'invalid-parameter'],
  ['GBK', '/events?q=%b8%b4%b9%a4', 'invalid-parameter'],
  ['an overlong slash', '/events?q=%c0%af', 'invalid-parameter'],
  ['an encoded surrogate', '/events?q=%ed%a0%80', 'invalid-parameter'],
  ['a byte beyond Unicode', '/events?q=%f5%80%80%80', 'invalid-parameter'],
  ['Latin-1 in a known parameter of a feed', '/events.ics?q=caf%e9', 'invalid-parameter'],
]

const names: Case[] = [
  ['an unknown name', '/events?themes=reopening', 'unknown-parameter'],
  ['a name in capitals', '/events?Theme=reopening', 'unknown-parameter'],
  ['a name with a bracket', '/events?theme[]=reopening', 'unknown-parameter'],
  ['no name', '/events?=reopening', 'unknown-parameter'],
  ['a cache buster on the API', '/events?_=1', 'unknown-parameter'],
  ['__proto__ as a name', '/events?__proto__=1', 'unknown-parameter'],
  ['a filter where there is none', '/editions?theme=reopening', 'unknown-parameter'],
  ['a filter of a timeline', '?theme=reopening', 'unknown-parameter'],
  ['a limit twice', '/events?limit=1&limit=2', 'duplicate-parameter', { parameter: 'limit' }],
  [
    'the same twice',
    '/events?match=certain&match=certain',
    'duplicate-parameter',
    { parameter: 'match' },
  ],
  [
    'an empty value and another',
    '/events?from=&from=2020',
    'duplicate-parameter',
    { parameter: 'from' },
  ],
  ['twice on a feed', '/events.ics?q=ab&q=cd', 'duplicate-parameter', { parameter: 'q' }],
  ['no since', '/changes', 'missing-parameter', { parameter: 'since' }],
  ['an empty since', '/changes?since=', 'missing-parameter', { parameter: 'since' }],
]

const cursors: Case[] = [
  ['no cursor', '/events?cursor=x', 'invalid-cursor'],
  ['characters that no cursor has', '/events?cursor=a.b.c.d', 'invalid-cursor'],
  ['base64 of something else', '/events?cursor=aGVsbG8', 'invalid-cursor'],
  ['a cursor of another filter', `/events?cursor=${cursorOf('1.0.other')}`, 'invalid-cursor'],
  ['a cursor of edition 0', `/events?cursor=${cursorOf('0.0.a')}`, 'invalid-cursor'],
  ['a cursor of a negative place', `/events?cursor=${cursorOf('1.-1.a')}`, 'invalid-cursor'],
  ['a cursor on a feed', '/events.atom?cursor=xxxx', 'invalid-cursor'],
  ['a cursor of an edition to come', `/events?cursor=${cursorOf('9.0.a')}`, 'cursor-expired'],
]

const absent: Case[] = [
  ['an unknown event', '/events/nothing', 'not-found'],
  ['an unknown event as a file', '/events/nothing.ics', 'not-found'],
  ['an unknown extension', '/events.xlsx', 'not-found'],
  ['an edition to come', '/events?edition=9', 'not-found'],
  ['a file of an edition to come', '/events.ics?edition=9', 'not-found'],
  ['an edition to come, itself', '/editions/9', 'not-found'],
  ['changes since an edition to come', '/changes?since=9', 'not-found'],
]

function cursorOf(text: string): string {
  return btoa(text).replaceAll('=', '')
}

export const malformedReads = [limits, dates, filters, strings, names, cursors, absent]
  .flat()
  .map(([title, address, type, place]) => [title, address, type, place ?? {}] as const)
