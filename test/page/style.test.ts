import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encoded } from '../../src/domain/text/pieces.ts'
import { html } from '../../src/markup/html.ts'
import { renderDocument, withoutStyle, withStyle } from '../../src/page/shell/document.ts'
import {
  controlStyle,
  elementStyle,
  longListStyle,
  pageStyle,
} from '../../src/page/style/generated.ts'
import { generatedFile, styleModule } from '../../src/assets/styles.ts'

test('the generated style sheets are those that the .css files make', () => {
  const advice = 'a style sheet changed: npm run build, and commit src/page/style/generated.ts'
  expect(readFileSync(generatedFile, 'utf8') === styleModule(), advice).toBe(true)
})

test('the element sets no property that is the site’s', () => {
  const sheets = elementStyle + controlStyle + longListStyle
  expect(sheets.match(/(?<=[{;])--etl-[\w-]+(?=:)/g)).toEqual(['--etl-rem'])
})

test('a page that is kept without its style is sent with it', () => {
  const speech = { ui: 'zh-Hans', content: 'zh-Hans', inAddress: true } as const
  const view = { publicUrl: 'https://timelines.example', speech }
  const page = renderDocument({ view, title: '复工', path: '/', body: html`<main>复工</main>` })
  const kept = encoded(withoutStyle(page))
  const text = new TextDecoder().decode(withStyle(kept))
  expect(text).toBe(new TextDecoder().decode(encoded(page)))
  expect(text).toContain(`<style>${pageStyle}</style>`)
  expect(kept.length).toBeLessThan(text.length - pageStyle.length)
})
