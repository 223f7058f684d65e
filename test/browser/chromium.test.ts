import { describe, expect, inject, test } from 'vitest'
import { findChromium, launchChromium } from '../support/chromium.ts'

describe('finding Chromium', () => {
  test('CHROME_PATH comes first', () => {
    expect(findChromium({ CHROME_PATH: process.execPath })).toEqual({ path: process.execPath })
  })

  test('a CHROME_PATH that names no program is told, not passed over', () => {
    expect(findChromium({ CHROME_PATH: '/nowhere' })).toEqual({
      missing: 'CHROME_PATH names no program: /nowhere.',
    })
  })

  test('an installed one is taken before one is downloaded', () => {
    const download = (): string => '/downloaded'
    const installed = (): string[] => ['/nowhere', process.execPath]
    expect(findChromium({}, { installed, download })).toEqual({ path: process.execPath })
    expect(findChromium({}, { installed: () => [], download })).toEqual({ path: '/downloaded' })
  })

  test('where none is to be had the reason is told', () => {
    const found = findChromium({}, { installed: () => [], download: () => null })
    expect(found).toEqual({ missing: 'No Chromium found, and none could be downloaded.' })
  })
})

describe.skipIf('missing' in inject('chromium'))('the browser', () => {
  test('renders Chinese', async () => {
    const browser = await launchChromium()
    const page = await browser.newPage()
    await page.setContent('<p lang="zh">复工复产</p>')
    expect(await page.textContent('p')).toBe('复工复产')
    await browser.close()
  })

  test('leaves off whatever Playwright leaves off', async () => {
    const browser = await launchChromium()
    const session = await browser.newBrowserCDPSession()
    const { commandLine } = await session.send('SystemInfo.getInfo')
    const lists = [...commandLine.matchAll(/--disable-features=(\S*)/g)].map(([, names = '']) =>
      names.split(','),
    )
    expect(lists).toHaveLength(2)
    expect(lists[1]).toEqual(expect.arrayContaining(lists[0] ?? []))
    await browser.close()
  })
})
