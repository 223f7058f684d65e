// Contrast of every text and mark on every ground that it stands on (WCAG 2.2, 1.4.3 and 1.4.11), from
// the style sheets. Axe measures no text of SVG.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../src')
const sheets = globSync('{page,widget}/**/*.css', { cwd: folder }).map(
  (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
)
const colors = readFileSync(join(folder, 'page/style/colors.css'), 'utf8')
const picture = readFileSync(join(folder, 'page/style/picture.css'), 'utf8')

/** Red, green and blue, 0 to 255, as they are in the notation. */
type Rgb = readonly [number, number, number]

const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

function rgb(hex: string): Rgb {
  const digits = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(digits.slice(at, at + 2), 16),
  )
  return [red, green, blue]
}

const pair = /light-dark\(#([\da-f]{3,6}), #([\da-f]{3,6})\)/
const pairOf = (declaration: string): Record<Scheme, Rgb> => {
  const [, light, dark] = pair.exec(declaration) ?? []
  if (light === undefined || dark === undefined) throw new Error(`no pair: ${declaration}`)
  return { light: rgb(light), dark: rgb(dark) }
}
const token = (name: string) =>
  pairOf(colors.split('\n').find((line) => line.includes(`--${name}:`)) ?? '')
const tokens = {
  background: token('background'),
  surface: token('surface'),
  text: token('text'),
  muted: token('muted'),
  accent: token('accent'),
}
const themes = [...colors.matchAll(/\.theme-(\d+) \{\s*--color: ([^;]*);/g)].map(
  ([, number = '', value = '']) => [`theme-${number}`, pairOf(value)] as const,
)

/** What `color-mix(in srgb, …)` makes of so much of the first. */
const mixed = (share: number, one: Rgb, other: Rgb): Rgb => {
  const at = (i: 0 | 1 | 2) => one[i] * share + other[i] * (1 - share)
  return [at(0), at(1), at(2)]
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const share = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1]) / 100

test('black on white is 21, and equal colours are 1', () => {
  expect(contrast(rgb('000'), rgb('fff'))).toBeCloseTo(21)
  expect(contrast(rgb('5d584f'), rgb('5d584f'))).toBe(1)
  expect(themes).toHaveLength(12)
})

describe.each(schemes)('in %s', (scheme) => {
  const own = Object.entries(tokens).map(([name, colour]) => [name, colour[scheme]] as const)
  const { background, surface, text } = Object.fromEntries(own) as Record<keyof typeof tokens, Rgb>
  const events = sheets.find(([name]) => name.endsWith('events.css'))?.[1] ?? ''
  const detail = sheets.find(([name]) => name.endsWith('detail.css'))?.[1] ?? ''
  const tint = share(events, /background: color-mix\(in srgb, var\(--color\) (\d+)%, transparent\)/)
  const mark = share(detail, /background: color-mix\(in srgb, var\(--color\) (\d+)%, transparent\)/)
  const tinted = themes.map(
    ([name, colour]) => [`tint of ${name}`, mixed(tint, colour[scheme], background)] as const,
  )
  const grounds = [['background', background], ['surface', surface], ...tinted] as const

  test.each([
    ...own.filter(([name]) => name === 'text' || name === 'muted' || name === 'accent'),
    ...themes.map(([name, colour]) => [name, colour[scheme]] as const),
  ])('text in %s is at least 4.5 on every ground', (_, colour) => {
    for (const [name, ground] of grounds)
      expect(contrast(colour, ground), name).toBeGreaterThanOrEqual(4.5)
  })

  test('what is chosen or marked is at least 4.5', () => {
    expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5)
    for (const [name, colour] of themes)
      expect(
        contrast(text, mixed(mark, colour[scheme], surface)),
        `mark of ${name}`,
      ).toBeGreaterThanOrEqual(4.5)
  })

  test.each(themes)('marks and bars in %s are at least 3 on the background', (_, colour) => {
    const bar = share(
      picture,
      /fill: color-mix\(in srgb, var\(--color\) (\d+)%, var\(--background\)\);\s*\}\s*\.plot a:hover/,
    )
    expect(contrast(colour[scheme], background)).toBeGreaterThanOrEqual(3)
    expect(contrast(mixed(bar, colour[scheme], background), background)).toBeGreaterThanOrEqual(3)
  })

  test.each(themes)('marks in %s are at least 3 on the canvas of forced colours', (_, colour) => {
    const canvas = scheme === 'light' ? rgb('fff') : rgb('000')
    expect(contrast(colour[scheme], canvas)).toBeGreaterThanOrEqual(3)
  })
})

test('titles in the picture stand on a halo of the background, and none is pale', () => {
  const rule = /\.plot text \{([^}]*)\}/.exec(picture)?.[1] ?? ''
  expect(rule).toMatch(/paint-order: stroke;/)
  expect(rule).toMatch(/[^-]stroke: var\(--background\);/)
  expect(Number(/stroke-width: (\d+)px/.exec(rule)?.[1])).toBeGreaterThanOrEqual(3)
})

test('in forced colours texts of the picture are those of the system, on its canvas', () => {
  const [, block = ''] = /@media \(forced-colors: active\) \{(.*?)\n {2}\}/s.exec(picture) ?? []
  const declared = new Map(
    [...block.matchAll(/(--\w+|(?<![-\w])(?:color|background)): ([^;]+);/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  expect(declared.get('--background')).toBe('Canvas')
  expect(declared.get('--text')).toBe('CanvasText')
  expect(declared.get('--muted')).toBe('CanvasText')
  expect(declared.get('background')).toBe('Canvas')
})

test('text has no colour but those above', () => {
  const known =
    /^(var\(--(text|muted|accent|color|background)\)|inherit|currentcolor|none|CanvasText|LinkText|light-dark\(#fbfaf7, #141518\)|#000)$/i
  const others = sheets.flatMap(([name, css]) =>
    [...css.matchAll(/(?<![-\w])color: ([^;]+);/g)].flatMap(([, value = '']) =>
      known.test(value) ? [] : [`${name}: ${value}`],
    ),
  )
  expect(others).toEqual([])
})
