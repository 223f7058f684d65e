// What ended on a day and began on none that is stated, as every output tells it.
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/all-formats.ts'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { dated } from '../support/dates.ts'
import { document, event } from '../support/document.ts'
import { feed, timelineEvent } from '../support/feed.ts'

const when = dated('/2020-02-24', 'until')
const written = (name: string): string =>
  formats
    .find((format) => format.name === name)!
    .write(feed({ events: [timelineEvent({ when })], language: 'en' }))

describe('an event that ended, whose start nobody states', () => {
  test('is accepted in a document', () => {
    for (const date of ['/1985', '/2020-02', '/2020-02-24', '/1985~']) {
      const checked = checkDocument(document({ events: [event({ date, kind: 'until' })] }))
      expect(checked, date).toMatchObject({ ok: true })
    }
  })

  test.each(formats.map(({ name }) => name))(
    'is told as such in %s, and nowhere as a state or as undated [fault 1.10]',
    (name) => {
      const text = written(name).replaceAll('\r\n ', '').replaceAll('\\/', '/')
      expect(text).toMatch(/until 24 February 2020|"endDate":"2020-02-24"|"edtf":"\/2020-02-24"/)
      expect(text).not.toMatch(/as of|asOf|startDate|on or before/)
    },
  )
})
