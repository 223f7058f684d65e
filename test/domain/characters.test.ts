// The characters that a document may have, seen through its check.
import { describe, expect, test } from 'vitest'
import { ruleInWords } from '../../src/messages/languages.ts'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { actor, citation, document, event, source } from '../support/document.ts'

/** A document with the words in one field, by the pointer of the field. */
const places: Readonly<Record<string, (words: string) => unknown>> = {
  '/title': (title) => document({ title }),
  '/description': (description) => document({ description }),
  '/credit': (credit) => document({ credit }),
  '/events/0/title': (title) => document({ events: [event({ title })] }),
  '/events/0/title/en': (en) => document({ events: [event({ title: { en } })] }),
  '/events/0/summary': (summary) => document({ events: [event({ summary })] }),
  '/events/0/note': (note) => document({ events: [event({ note })] }),
  '/events/0/citations/0/exact': (exact) => cited({ exact }),
  '/events/0/citations/0/prefix': (prefix) => cited({ prefix }),
  '/events/0/citations/0/suffix': (suffix) => cited({ suffix }),
  '/events/0/links/0/title': (title) => document({ events: [event({ links: [link(title)] })] }),
  '/sources/0/title': (title) => document({ sources: [source({ title })] }),
  '/sources/0/authors/0': (author) => document({ sources: [source({ authors: [author] })] }),
  '/actors/0/name': (name) => document({ actors: [actor({ name })] }),
  '/actors/0/aliases/en/0': (alias) => document({ actors: [actor({ aliases: { en: [alias] } })] }),
}

const link = (title: string) => ({ url: 'https://a.example/', title })

function cited(overrides: Parameters<typeof citation>[0]): unknown {
  return document({ events: [event({ citations: [citation(overrides)] })] })
}

/** The faults at a place, in words. */
function faultsAt(pointer: string, value: unknown) {
  const checked = checkDocument(value)
  const faults = checked.ok ? [] : checked.failure.filter((fault) => fault.pointer === pointer)
  return faults.map(({ broken, ...fault }) => ({
    ...fault,
    message: ruleInWords(broken, 'en').detail,
  }))
}

describe.each(Object.entries(places))('%s', (pointer, made) => {
  test.each([
    ['a\u202d1234b', 'has U+202D, which forces the direction of what follows: remove it'],
    ['a\u202e1234\u202cb', 'has U+202E, which forces the direction of what follows: remove it'],
    ['a\u202bb', 'has U+202B without U+202C in its line: remove it or close it'],
    ['a\u2067b', 'has U+2067 without U+2069 in its line: remove it or close it'],
    ['a\u2067b\nc\u2069', 'has U+2067 without U+2069 in its line: remove it or close it'],
    ['a\u2069b', 'has U+2069, which closes nothing: remove it'],
    ['a\u0000b', 'has the control character U+0000: remove it'],
    ['a\u007fb', 'has the control character U+007F: remove it'],
    ['a\u0085b', 'has the control character U+0085: remove it'],
    ['a\ufffeb', 'has the noncharacter U+FFFE: remove it'],
    ['a\u{1ffff}b', 'has the noncharacter U+1FFFF: remove it'],
    ['a\ud800b', 'has an unpaired surrogate, U+D800: remove it'],
    [
      `a${'\u0301'.repeat(31)}`,
      'has more than 30 combining marks on one character, U+0301 among them: remove some',
    ],
    [
      `a${'\u0301\u200d'.repeat(31)}`,
      'has more than 30 combining marks on one character, U+0301 among them: remove some',
    ],
  ])('refuses %j and says why [fault B8]', (words, message) => {
    expect(faultsAt(pointer, made(words))).toContainEqual({
      pointer,
      reason: 'wrong-form',
      message,
    })
  })

  test.each([
    'a\u202bb\u202cc',
    'a\u2067b\u2066c\u2069\u2069d',
    `a${'\u0301'.repeat(30)}e\u0301`,
    '👨‍👩‍👧 ❤️',
    'می‌خواهم',
  ])('accepts %j', (words) => {
    const faults = faultsAt(pointer, made(words))
    expect(faults.filter(({ reason }) => reason === 'wrong-form')).toEqual([])
  })
})

const lines = [
  '/title',
  '/events/0/title',
  '/events/0/title/en',
  '/events/0/links/0/title',
  '/sources/0/title',
  '/sources/0/authors/0',
  '/actors/0/name',
  '/actors/0/aliases/en/0',
]
const visible = Object.keys(places).filter((pointer) => !pointer.endsWith('fix'))

test.each(
  lines.flatMap((pointer) => ['\n', '\r', '\u2028', '\u2029'].map((end) => [pointer, end])),
)('a title or name at %s has no line end %j [fault B8]', (pointer, end) => {
  const [fault] = faultsAt(pointer, places[pointer]?.(`a${end}b`))
  expect(fault?.message).toMatch(/^has a line end, U\+\w{4}: write it on one line$/)
})

test.each(['/description', '/events/0/summary', '/events/0/note'])('%s has lines', (pointer) => {
  expect(faultsAt(pointer, places[pointer]?.('a\n\nb\tc'))).toEqual([])
})

test.each(
  visible.flatMap((pointer) =>
    ['\u200b', '\u2060\ufe0f', '\u3164', '\u2800', '\u0301', '\u00ad \u200e'].map((words) => [
      pointer,
      words,
    ]),
  ),
)('%s is refused where it shows nothing: %j [fault B8]', (pointer, words) => {
  const message = 'shows nothing: write words that can be seen'
  expect(faultsAt(pointer, places[pointer]?.(words))).toContainEqual({
    pointer,
    reason: 'wrong-form',
    message,
  })
})

test('no string of a document keeps a character outside the Unicode Assignables [fault B8]', () => {
  const whole = document({
    $schema: 'a',
    allowTerms: ['a'],
    licence: { name: 'a', url: 'https://a.example/' },
    sources: [
      source({ url: 'https://a.example/', archivedUrl: 'https://a.example/', authors: ['a'] }),
    ],
    events: [event({ links: [link('a')] })],
  })
  const strings: [holder: Record<string, unknown>, key: string][] = []
  JSON.stringify(whole, function collect(this: Record<string, unknown>, key, value: unknown) {
    if (typeof value === 'string') strings.push([this, key])
    return value
  })
  expect(strings.length).toBeGreaterThan(30)
  for (const [holder, key] of strings) {
    const good = String(holder[key])
    for (const bad of [
      '\0',
      '\u001f',
      '\u007f',
      '\u0090',
      '\ufdd0',
      '\uffff',
      '\u{10fffe}',
      '\ud800',
    ]) {
      holder[key] = `${good}${bad}`
      expect(checkDocument(whole).ok, `${key} with ${JSON.stringify(bad)}`).toBe(false)
    }
    holder[key] = good
  }
})

test.each(['镇\u200b委', '镇委\u2060', '\ufeff镇委', '镇\u00ad委'])(
  'a name that looks like another one is refused: %j [fault B16]',
  (name) => {
    const actors = [actor({ id: 'one', name: '镇委' }), actor({ id: 'two', name })]
    expect(faultsAt('/actors/1/name', document({ actors, events: [] }))).toMatchObject([
      { reason: 'ambiguous-name' },
    ])
  },
)
