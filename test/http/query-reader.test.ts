import { expect, test } from 'vitest'
import { createQueryReader, remembered } from '../../src/http/request/query-reader.ts'
import { events } from '../../src/http/routes/events.ts'
import { timeline } from '../../src/http/routes/timelines.ts'

const read = (reader: ReturnType<typeof createQueryReader>, search: string, route = events) => {
  const query = reader(route, search)
  if (!query.ok) throw new Error(JSON.stringify(query.failure))
  return query.value.asked
}

test('the same route and text give the same object', () => {
  const reader = createQueryReader()
  const query = read(reader, '?theme=a&lang=en')
  expect(query).toMatchObject({ theme: [{ names: ['a'], exclude: false }], lang: 'en' })
  expect(read(reader, '?theme=a&lang=en')).toBe(query)
  expect(read(reader, '?lang=en&theme=a')).not.toBe(query)
  expect(read(reader, '?lang=en', timeline)).not.toBe(read(reader, '?lang=en'))
})

test('the readings used last are kept, long ones never', () => {
  const reader = createQueryReader()
  const used = read(reader, '?q=used')
  const unused = read(reader, '?q=unused')
  for (let count = 0; count < remembered.readings - 1; count++) {
    read(reader, `?q=${count}`)
    expect(read(reader, '?q=used')).toBe(used)
  }
  expect(read(reader, '?q=unused')).not.toBe(unused)
  const long = `?q=${'a'.repeat(150)}&actor=${'b'.repeat(200)}&theme=${'c'.repeat(200)}`
  expect(read(reader, long)).not.toBe(read(reader, long))
})

test('a fault is found each time', () => {
  const reader = createQueryReader()
  for (const query of [reader(events, '?no=1'), reader(events, '?no=1')])
    expect(query).toMatchObject({ ok: false, failure: { type: 'unknown-parameter' } })
})
