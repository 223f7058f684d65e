// The CSV writer rests on a package: here it runs where the service runs.
import { expect, test } from 'vitest'
import { csv } from '../../src/formats/csv.ts'
import { feed, timelineEvent } from '../support/feed.ts'

test('CSV is written inside workerd, byte order mark and guarded formulas included', () => {
  const text = csv.write(feed({ events: [timelineEvent({ title: { 'zh-Hans': '=1+1' } })] }))
  const lines = text.split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^\ufeff"id","date",/)
  expect(lines[1]).toContain(`,"'=1+1",`)
})
