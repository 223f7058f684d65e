// The colours of themes for which the author chose none. They are chosen when a theme is shown, and
// never stored: another way to choose them changes no timeline. What each looks like, in light and
// dark, stands in src/page/style/colors.css.

/** Number of colours in the palette. */
export const colorCount = 12

/** A theme as far as its colour is concerned. */
interface Colorable {
  readonly id: string
  readonly color?: number
}

export type Colored<Theme extends Colorable> = Theme & { readonly color: number }

/**
 * Every theme with a colour. Those without one get a colour that follows from their id and that no
 * other theme has, as long as the palette lasts: it stays when themes are added after them, and with
 * rare exceptions when others are moved or removed.
 * @example [{ id: 'a', color: 3, … }, { id: 'b', … }] → [{ …, color: 3 }, { …, color: 8 }]
 */
export function themesWithColors<Theme extends Colorable>(
  themes: readonly Theme[],
): readonly Colored<Theme>[] {
  const taken = new Set(themes.flatMap(({ color }) => color ?? []))
  return themes.map((theme) => {
    const color = theme.color ?? freeColor(theme.id, taken)
    taken.add(color)
    return { ...theme, color }
  })
}

function freeColor(id: string, taken: ReadonlySet<number>): number {
  const wanted = colorOf(id)
  for (let step = 0; step < colorCount; step++) {
    const color = (wanted + step) % colorCount
    if (!taken.has(color)) return color
  }
  return wanted
}

/** FNV-1a of an id, which is ASCII, as a colour. */
function colorOf(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return (hash >>> 0) % colorCount
}
