import { describe, expect, test } from 'vitest'
import { everything, only } from '../../src/domain/query/event-query.ts'
import { countsAsSetAside, isListed, matches, sourcesOf } from '../../src/domain/query/matches.ts'
import { parseDay } from '../../src/domain/date/civil-day.ts'
import { dated } from '../support/dates.ts'
import { timelineEvent } from '../support/feed.ts'

const around = { textOf: () => 'work resumes', groupsOf: () => [] }
const window = { ...everything.window, from: parseDay('2020-02-01'), to: parseDay('2020-02-29') }
const undated = timelineEvent({ themes: ['work'], when: dated('[..2020-03-13]', 'undated') })

describe('an event', () => {
  test('without a date is set aside where all but the window finds it', () => {
    const asked = { ...everything, window }
    expect(countsAsSetAside(undated, asked, around)).toBe(true)
    expect(countsAsSetAside(undated, everything, around)).toBe(false)
    expect(countsAsSetAside(undated, { ...asked, themes: [only('other')] }, around)).toBe(false)
    expect(countsAsSetAside({ ...undated, status: 'withdrawn' }, asked, around)).toBe(false)
    const on = { ...undated, when: dated('2020-03-01', 'point') }
    expect(countsAsSetAside(on, asked, around)).toBe(false)
  })

  test('that is withdrawn is found by nothing', () => {
    expect([isListed({ status: 'confirmed' }), isListed({ status: 'withdrawn' })]).toEqual([
      true,
      false,
    ])
    expect(matches({ ...undated, status: 'withdrawn' }, everything, around)).toBe(false)
    expect(matches(undated, everything, around)).toBe(true)
  })

  test('must meet every condition', () => {
    const found = (changed: Partial<typeof everything>) =>
      matches(undated, { ...everything, ...changed }, around)
    expect(found({ themes: [{ any: ['other', 'work'], exclude: false }] })).toBe(true)
    expect(found({ themes: [{ any: ['other', 'work'], exclude: true }] })).toBe(false)
    expect(found({ themes: [only('work'), only('other')] })).toBe(false)
    expect(found({ terms: ['work', 'resume'] })).toBe(true)
    expect(found({ terms: ['work', 'stops'] })).toBe(false)
    expect(found({ sources: [only('town-news')] })).toBe(true)
    expect(found({ sources: [only('other')] })).toBe(false)
    expect(found({ window })).toBe(false)
  })

  test('rests on each source once', () => {
    const citations = ['a', 'b', 'a'].map((source) => ({ source }))
    expect(sourcesOf(timelineEvent({ citations }))).toEqual(['a', 'b'])
  })
})
