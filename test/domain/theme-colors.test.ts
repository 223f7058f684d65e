import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { colorCount, themesWithColors } from '../../src/domain/document/theme-colors.ts'

const colorsOf = (themes: Parameters<typeof themesWithColors>[0]) =>
  themesWithColors(themes).map(({ color }) => color)

const themes = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-z0-9]{1,8}$/),
      color: fc.option(fc.nat(colorCount - 1), { nil: undefined }),
    })
    .map(({ id, color }) => (color === undefined ? { id } : { id, color })),
  { selector: ({ id }) => id, maxLength: 20 },
)

test('a colour that the author chose stays; the others differ while the palette lasts [fault 9.6]', () => {
  fc.assert(
    fc.property(themes, (given) => {
      const colors = colorsOf(given)
      const chosen = given.flatMap(({ color }) => color ?? [])
      for (const [at, { color }] of given.entries()) {
        expect(colors[at]).toBe(color ?? colors[at])
        expect(colors[at]! >= 0 && colors[at]! < colorCount).toBe(true)
      }
      const free = colors.filter((_, at) => given[at]?.color === undefined)
      if (new Set(chosen).size + free.length > colorCount) return
      expect(new Set([...chosen, ...free]).size).toBe(new Set(chosen).size + free.length)
    }),
  )
})

test('a theme added at the end changes no colour of those before it', () => {
  fc.assert(
    fc.property(themes, (given) => {
      expect(colorsOf([...given, { id: 'new-theme' }]).slice(0, given.length)).toEqual(
        colorsOf(given),
      )
    }),
  )
})
