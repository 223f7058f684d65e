import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedFile, styleModule } from '../../src/assets/styles.ts'

test('the generated style sheets are those that the .css files make', () => {
  const advice = 'a style sheet changed: npm run build, and commit src/page/style/generated.ts'
  expect(readFileSync(generatedFile, 'utf8') === styleModule(), advice).toBe(true)
})
