// The picture of a timeline as a small image, for links that are shared: marks and lanes in their
// colours, and the span in digits. No words: the title of the link has them.
import type { Axis } from './axis.ts'
import type { MarkClaim } from './claim.ts'
import { extentOf } from './lanes.ts'
import type { Raster } from './png.ts'

/** As Open Graph's readers want it. */
export const previewSize = { width: 1200, height: 630 } as const

export interface PreviewLane {
  /** Index of the theme's colour, 0 to 11; null for none. */
  readonly color: number | null
  readonly marks: readonly {
    readonly claim: MarkClaim
    readonly row: number
    readonly pale: boolean
  }[]
  readonly rows: number
  /** In place of marks: where bars are, 0 to 1, and how high, 0 to 1. */
  readonly bars: readonly { readonly from: number; readonly to: number; readonly tall: number }[]
}

const [paper, muted, rule] = [0, 1, 2]
/** Paper, muted, rule, then the colours of themes in the light scheme (page/style/colors.css). */
const palette = [
  0xfbfaf7, 0x5d584f, 0xddd8cd, 0x0b6b62, 0x8a5300, 0xb3261e, 0x4450a8, 0x3f6b16, 0x8e2f7c,
  0x006591, 0x7a4a32, 0x5b5b00, 0x6a3fa0, 0xa8324f, 0x4d5d6c,
]
const themes = 3

const [left, right, top, bottom] = [60, 60, 50, 110]

/** `span`: the first and the last day in digits and hyphens. */
export function previewOf(lanes: readonly PreviewLane[], axis: Axis | null, span: string): Raster {
  const { width, height } = previewSize
  const pixels = new Uint8Array(width * height).fill(paper)
  const canvas: Canvas = { pixels, width, height }
  const [first, ...others] = lanes
  const rows = lanes.reduce((sum, lane) => sum + heightOf(lane), 0)
  const row = Math.min(34, (height - top - bottom) / Math.max(1, rows + lanes.length * 0.6))
  let y = top
  if (first) fill(canvas, { x: left, y: y - 10, wide: width - left - right, tall: 2 }, rule)
  for (const lane of first ? [first, ...others] : []) {
    const tall = heightOf(lane) * row
    if (axis) drawLane(canvas, lane, axis, { y: y + row * 0.3, row })
    y += tall + row * 0.6
    fill(canvas, { x: left, y: y - 1, wide: width - left - right, tall: 2 }, rule)
  }
  write(canvas, span, left, height - bottom + 36)
  return { width, height, palette, pixels }
}

const heightOf = ({ rows, bars }: PreviewLane): number => Math.max(1, bars.length > 0 ? 3 : rows)

interface Canvas {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

interface Box {
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly tall: number
}

const across = (share: number): number => left + share * (previewSize.width - left - right)

function drawLane(
  canvas: Canvas,
  { color, marks, bars }: PreviewLane,
  axis: Axis,
  { y, row }: { readonly y: number; readonly row: number },
): void {
  const ink = color === null ? muted : themes + color
  for (const { from, to, tall } of bars) {
    const high = Math.max(2, tall * row * 3)
    fill(
      canvas,
      {
        x: across(from),
        y: y + row * 3 - high,
        wide: Math.max(2, across(to) - across(from) - 2),
        tall: high,
      },
      ink,
    )
  }
  const size = Math.min(9, row * 0.34)
  for (const { claim, row: at, pale } of marks) {
    const middle = y + (at + 0.5) * row
    const [from, to] = [across(axis.at(claim.from)), across(axis.at(claim.to))]
    const shade = pale ? rule : ink
    drawFade(canvas, claim, axis, { middle, thick: size * 0.7, ink: shade })
    if (claim.shape === 'dot')
      dot(canvas, from, middle, { radius: size, ink: shade, hollow: claim.hollow })
    else if (claim.shape === 'stop')
      fill(canvas, { x: from - 2, y: middle - size, wide: 4, tall: size * 2 }, shade)
    else if (claim.shape === 'bar')
      frame(
        canvas,
        { x: from, y: middle - size * 0.8, wide: Math.max(6, to - from), tall: size * 1.6 },
        shade,
        claim.hollow,
      )
    else {
      for (let x = from; x < to; x += 12)
        fill(canvas, { x, y: middle - 1, wide: Math.min(7, to - x), tall: 3 }, shade)
      for (const end of [from, to])
        fill(canvas, { x: end - 1, y: middle - size * 0.8, wide: 3, tall: size * 1.6 }, shade)
    }
  }
}

/** Fewer and fewer dots, since there are no half tones. */
function drawFade(
  canvas: Canvas,
  claim: MarkClaim,
  axis: Axis,
  { middle, thick, ink }: { readonly middle: number; readonly thick: number; readonly ink: number },
): void {
  if (claim.fade === 'none') return
  const [start, end] = extentOf(claim, axis)
  const [from, to] =
    claim.fade === 'after'
      ? [across(axis.at(claim.to)), across(end)]
      : [across(start), across(axis.at(claim.from))]
  for (let x = Math.round(from); x < to; x++)
    for (let y = Math.round(middle - thick / 2); y < middle + thick / 2; y++) {
      const share = (x - from) / (to - from)
      const dense = claim.fade === 'after' ? 1 - share : share
      if (dense * 16 > (ordered[(y & 3) * 4 + (x & 3)] ?? 0) + 3) set(canvas, x, y, ink)
    }
}

/** Bayer's matrix of 4 by 4. */
const ordered = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

function set({ pixels, width, height }: Canvas, x: number, y: number, ink: number): void {
  if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = ink
}

function fill(canvas: Canvas, { x, y, wide, tall }: Box, ink: number): void {
  const [left, top] = [Math.round(x), Math.round(y)]
  for (let row = top; row < Math.round(y + tall); row++)
    for (let column = left; column < Math.round(x + wide); column++) set(canvas, column, row, ink)
}

function frame(canvas: Canvas, box: Box, ink: number, hollow: boolean): void {
  fill(canvas, box, ink)
  if (hollow && box.wide > 8)
    fill(canvas, { x: box.x + 3, y: box.y + 3, wide: box.wide - 6, tall: box.tall - 6 }, paper)
}

function dot(
  canvas: Canvas,
  x: number,
  y: number,
  {
    radius,
    ink,
    hollow,
  }: { readonly radius: number; readonly ink: number; readonly hollow: boolean },
): void {
  for (let dy = -Math.ceil(radius); dy <= radius; dy++)
    for (let dx = -Math.ceil(radius); dx <= radius; dx++) {
      const far = Math.hypot(dx, dy)
      if (far <= radius)
        set(
          canvas,
          Math.round(x + dx),
          Math.round(y + dy),
          hollow && far < radius - 3 ? paper : ink,
        )
    }
}

/** Ten digits and a hyphen, three by five points, one octal digit a row. */
const glyphs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    0: '75557',
    1: '26227',
    2: '71747',
    3: '71717',
    4: '55711',
    5: '74717',
    6: '74757',
    7: '71111',
    8: '75757',
    9: '75717',
    '-': '00700',
  }),
)

const point = 8

function write(canvas: Canvas, text: string, x: number, y: number): void {
  for (const [i, character] of text.split('').entries())
    for (const [row, bits] of (glyphs.get(character) ?? '').split('').entries())
      for (let column = 0; column < 3; column++)
        if ((Number(bits) >> (2 - column)) & 1)
          fill(
            canvas,
            { x: x + (i * 4 + column) * point, y: y + row * point, wide: point, tall: point },
            muted,
          )
}
