// A real WordPress, in a real browser: addresses, elements and frames in posts.
import { findChromium, launch } from '../../support/chromium.ts'
import { openService } from '../../browser/site.ts'
import { seed } from '../../browser/timelines.ts'
import type { Result } from '../proof.ts'
import { casesOf, shortTimeline } from './posts.ts'
import { missingForWordPress, startWordPress } from './site.ts'

const widths = [1_280, 390]

/** What is not installed, in words; null if the proof can run. */
export function missingForPosts(): string | null {
  const chromium = findChromium(process.env, { download: () => null })
  return missingForWordPress() ?? ('missing' in chromium ? chromium.missing : null)
}

/** Pictures of what was seen go into the folder of the environment variable PICTURES, if there is one. */
export async function runPosts(): Promise<Result> {
  const violations: string[] = []
  const pictures = process.env['PICTURES']
  const service = await openService([seed, shortTimeline])
  const cases = await casesOf(service.origin)
  const wordPress = await startWordPress(
    cases.map(({ post }) => post),
    Number(new URL(service.origin).port),
  )
  const browser = await launch(findChromium(process.env))
  let count = 0
  try {
    for (const width of widths)
      for (const [index, { title, seen }] of cases.entries()) {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('pageerror', ({ message }) => complaints.push(message))
        try {
          await page.goto(wordPress.addresses[index]!)
          await seen(page)
          count++
        } catch (error) {
          complaints.push(String(error).split('\n')[0] ?? '')
        }
        if (pictures !== undefined)
          await page.screenshot({
            path: `${pictures}/${title.replaceAll(' ', '-')}-${width}.png`,
          })
        violations.push(...complaints.map((text) => `${title}, ${width} px: ${text}`))
        await context.close()
      }
  } finally {
    await browser.close()
    await wordPress.close()
    await service.close()
  }
  return {
    count,
    violations,
    seen: `WordPress ${wordPress.version} with ${wordPress.theme}: ${cases.map(({ title }) => title).join(', ')}, each ${widths.join(' and ')} px wide`,
  }
}
