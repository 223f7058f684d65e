// The pictures that shared links show.
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { axisOf } from '../../src/picture/axis.ts'
import { claimOf } from '../../src/picture/claim.ts'
import { writePng } from '../../src/picture/png.ts'
import { previewOf, previewSize } from '../../src/picture/preview.ts'
import { dated } from '../support/dates.ts'
import { day } from '../support/feed.ts'

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
