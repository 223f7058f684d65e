// Colours and typefaces. Sites replace them by --etl-* properties. Colours come in pairs for light and
// dark; the palette of themes keeps 4.5:1 on both grounds.
import { css } from './css.ts'

const palette = [
  ['#0b6b62', '#5ec8bb'],
  ['#8a5300', '#e6a94a'],
  ['#b3261e', '#ff8f82'],
  ['#4450a8', '#a9b4ff'],
  ['#3f6b16', '#9ccc65'],
  ['#8e2f7c', '#f09ade'],
  ['#006591', '#7cc7f2'],
  ['#7a4a32', '#d9a98c'],
  ['#5b5b00', '#cfcf5c'],
  ['#6a3fa0', '#cba6ff'],
  ['#a8324f', '#ff93ab'],
  ['#4d5d6c', '#aebfce'],
] as const

const colors = palette
  .map(([light, dark], i) => `.c${i}{--c:var(--etl-theme-${i},light-dark(${light},${dark}))}`)
  .join('')

export const tokenStyle: string = css`
  .etl {
    --bg: var(--etl-bg, light-dark(#fbfaf7, #141518));
    --sf: var(--etl-surface, light-dark(#fff, #1e2025));
    --fg: var(--etl-fg, light-dark(#1d1b18, #ebe8e2));
    --mu: var(--etl-muted, light-dark(#5d584f, #aaa69c));
    --ru: var(--etl-rule, light-dark(#ddd8cd, #383a41));
    --ac: var(--etl-accent, light-dark(#0a4f8f, #8cc2ff));
    --c: var(--mu);
    --sans: var(
      --etl-font,
      system-ui,
      'Noto Sans CJK SC',
      sans-serif
    );
    --serif: var(
      --etl-font-display,
      'Iowan Old Style',
      Georgia,
      'Songti SC',
      'Noto Serif CJK SC',
      serif
    );
    --pad: clamp(1rem, 4cqi, 2.5rem);
    container: etl / inline-size;
    background: var(--bg);
    color: var(--fg);
    font: 400 medium/1.75 var(--sans);
    line-break: strict;
    overflow-wrap: anywhere;
    text-autospace: normal;
    text-wrap: pretty;
    -webkit-text-size-adjust: 100%;
  }
  ${colors}
`
