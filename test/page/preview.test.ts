// The pictures that shared links show.
import { inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf } from '../../src/picture/axis.ts'
import { claimOf } from '../../src/picture/claim.ts'
import { writePng } from '../../src/picture/png.ts'
import { previewOf, previewSize } from '../../src/picture/preview.ts'
import { dated } from '../support/dates.ts'
import { document, event } from '../support/document.ts'
import { day } from '../support/feed.ts'
import { createMemoryService } from '../support/memory-service.ts'

/** The chunks of a PNG by name. */
function chunksOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const chunks = new Map<string, Uint8Array>()
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.set(name, bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return chunks
}

test('a picture is written so that its pixels are read again', async () => {
  const pixels = Uint8Array.of(0, 1, 2, 2, 1, 0)
  const png = await writePng({ width: 3, height: 2, palette: [0, 0xffffff, 0x0b6b62], pixels })
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const chunks = chunksOf(png)
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 4, 3, 0, 0, 0])
  expect([...(chunks.get('PLTE') ?? [])].slice(6)).toEqual([0x0b, 0x6b, 0x62])
  expect([...inflateSync(chunks.get('IDAT') ?? new Uint8Array())]).toEqual([
    0, 0x01, 0x20, 0, 0x21, 0x00,
  ])
})

test('a mark stands in the colour of its lane, and what is pale does not', async () => {
  const claim = claimOf(dated('2020-01-26', 'point'), null)
  const axis = axisOf([[day('2020-01-01'), day('2020-03-01')]])
  if (claim === null || axis === null) throw new Error('no date')
  const drawn = (pale: boolean) =>
    previewOf(
      [{ color: 2, rows: 1, bars: [], marks: [{ claim, row: 0, pale }] }],
      axis,
      '2020-01-26',
    )
  const [strong, pale] = [drawn(false), drawn(true)]
  const red = strong.palette.indexOf(0xb3261e)
  expect(strong.pixels.filter((pixel) => pixel === red).length).toBeGreaterThan(100)
  expect(pale.pixels.includes(red)).toBe(false)
  const place = strong.pixels.indexOf(red) % previewSize.width
  expect(Math.abs(place - (60 + axis.at(claim.from) * 1080))).toBeLessThan(10)
  expect((await writePng(strong)).length).toBeLessThan(10_000)
})

/** The lower rows of a picture, where nothing but the digits of its span stands. */
async function digitsOf(dates: readonly string[], path: string): Promise<Buffer> {
  const service = await createMemoryService()
  const events = dates.map((date, index) => event({ id: `e-${index}`, date, kind: 'point' }))
  await service.publish(document({ events }))
  const png = await service.fetch(`/timelines/town-2020${path}/picture.png`)
  const data = chunksOf(new Uint8Array(await png.arrayBuffer())).get('IDAT') ?? new Uint8Array()
  const row = 1 + previewSize.width / 2
  return inflateSync(data).subarray(row * (previewSize.height - 80))
}

test('events that are counted have the span that they have when each is drawn', async () => {
  const year = fc.integer({ min: -9990, max: 9990 }).map((one) => {
    const digits = String(Math.abs(one)).padStart(4, '0')
    return one < 0 ? `-${digits}` : digits
  })
  const dates = fc
    .tuple(
      fc.oneof(year, fc.constantFrom('1905', '1993', '2020')),
      fc.constantFrom('', '-03', '-11'),
    )
    .map(([one, month]) => `${one}${month}`)
  const paths = fc.constantFrom('', '/events/e-1')
  await fc.assert(
    fc.asyncProperty(fc.array(dates, { minLength: 2, maxLength: 5 }), paths, async (few, path) => {
      const many = Array.from({ length: 151 }, (_, index) => few[index % few.length] ?? '')
      const expected = await digitsOf(few, path)
      expect((await digitsOf(many, path)).equals(expected)).toBe(true)
    }),
    { numRuns: 15 },
  )
})

test.each([
  [['-0043-03-15', '0014-08-19'], false],
  [['0000', '2020-01-26'], false],
  [['0014-08-19', '2020-01-26'], true],
])('of events on %j there are digits: %s', async (dates, expected) => {
  const rows = await digitsOf(dates, '')
  expect(new Set(rows.filter((_, i) => i % (1 + previewSize.width / 2) !== 0)).size > 1).toBe(
    expected,
  )
})
