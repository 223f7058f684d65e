// Writes a PNG of up to 16 colours (PNG 3, colour type 3, 4 bits a pixel). No library: a picture of
// flat colours needs a palette, one deflate and four chunks.
import { concatenated } from '../domain/concatenated.ts'

export interface Raster {
  readonly width: number
  readonly height: number
  /** At most 16 colours, 0xrrggbb. */
  readonly palette: readonly number[]
  /** One index of the palette for each pixel, row by row. */
  readonly pixels: Uint8Array
}

/** @example await writePng({ width: 2, height: 1, palette: [0, 0xffffff], pixels }) → 89 50 4e 47 … */
export async function writePng(raster: Raster): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, palette } = raster
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // Bit depth 4, colour type 3 (palette), deflate, adaptive filters, no interlace.
  header.set([4, 3, 0, 0, 0], 8)
  const colors = Uint8Array.from(
    palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]),
  )
  return concatenated([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', await deflated(scanlines(raster))),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Rows without a filter: two pixels a byte, the left one first. */
function scanlines({ width, height, pixels }: Raster): Uint8Array<ArrayBuffer> {
  const stride = 1 + Math.ceil(width / 2)
  const lines = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + (x >> 1)
      lines[at] = (lines[at] ?? 0) | ((pixels[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0))
    }
  return lines
}

/** In the format of zlib (RFC 1950), which PNG wants. */
async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Length, name, data and CRC (PNG 3, 5.3). */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc(bytes.subarray(4, 8 + data.length)))
  return bytes
}

/** CRC-32 of ISO 3309, bit by bit: pictures are a few kilobytes. */
function crc(bytes: Uint8Array): number {
  let value = 0xff_ff_ff_ff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xed_b8_83_20 : 0)
  }
  return (value ^ 0xff_ff_ff_ff) >>> 0
}
