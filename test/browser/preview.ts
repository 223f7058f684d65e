// Screenshots of the pages for people who look at them: node test/browser/preview.ts <folder> [name…]
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { findChromium, launch } from '../support/chromium.ts'
import { openService } from './site.ts'
import { hostile, many, one, rightToLeft, seed } from './timelines.ts'

interface Shot {
  readonly path: string
  readonly width: number
  readonly dark?: boolean
  readonly media?: 'print'
}

const page = '/timelines/fusha-2020?lang=zh-Hans'
const shots: Readonly<Record<string, Shot>> = {
  'page-320': { path: page, width: 320 },
  'page-390-dark': { path: page, width: 390, dark: true },
  'page-768': { path: page, width: 768 },
  'page-1280': { path: page, width: 1280 },
  'page-1280-dark': { path: page, width: 1280, dark: true },
  'page-en': { path: '/timelines/fusha-2020?lang=en', width: 1280 },
  print: { path: page, width: 794, media: 'print' },
  filtered: { path: `${page}&theme=work-resumption`, width: 1280 },
  window: { path: `${page}&from=2020-02-01&to=2020-02-10`, width: 1280 },
  empty: { path: `${page}&q=没有这个`, width: 1280 },
  actor: { path: `${page}&actor=cao-fuquan`, width: 1280 },
  event: { path: '/timelines/fusha-2020/events/ten-million-yuan-relief?lang=zh-Hans', width: 1280 },
  editions: { path: '/timelines/fusha-2020/editions?lang=zh-Hans', width: 1280 },
  subscribe: { path: '/timelines/fusha-2020/subscribe?lang=zh-Hans', width: 1280 },
  embed: { path: '/timelines/fusha-2020/embed?lang=zh-Hans', width: 768 },
  'embed-code': { path: '/timelines/fusha-2020/embed-code?lang=zh-Hans', width: 1280 },
  home: { path: '/?lang=zh-Hans', width: 1280 },
  error: { path: '/timelines/none?lang=zh-Hans', width: 1280 },
  one: { path: '/timelines/one?lang=zh-Hans', width: 1280 },
  many: { path: '/timelines/many?lang=zh-Hans', width: 1280 },
  hostile: { path: '/timelines/hostile?lang=en', width: 1280 },
  'right-to-left': { path: '/timelines/right-to-left?lang=zh-Hans', width: 768 },
}

const [folder = 'preview', ...names] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const service = await openService([seed, one, rightToLeft, hostile, many])
const browser = await launch(findChromium(process.env))
for (const [name, { path, width, dark, media }] of Object.entries(shots)) {
  if (names.length > 0 && !names.includes(name)) continue
  const tab = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
  })
  const response = await tab.goto(service.origin + path, { waitUntil: 'networkidle' })
  if (media) await tab.emulateMedia({ media })
  if (name === 'right-to-left') await tab.evaluate('document.documentElement.dir = "rtl"')
  await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  const bytes = gzipSync((await response?.body()) ?? '').length
  console.log(`${name}: ${response?.status()}, ${bytes} bytes under gzip`)
  await tab.close()
}
await browser.close()
await service.close()
