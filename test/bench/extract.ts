// What extraction costs: time for texts of 3,000 and 100,000 characters, of articles and of hostile
// ones, and the bytes that a browser loads. Time is the processor's, since other work on the machine
// would count else. Usage: node test/bench/extract.ts
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { marksOf } from '../../src/extract/marks.ts'

const chinese =
  '7月6日20时至7月8日8时，全县普降暴雨，柳墩镇降雨287毫米。当晚，县里启动转移；次日，物资运抵。截至7月14日24时，累计投入2300人次。8月初，加固工程将开工，明年5月底前完工。\n2012年3月，堤防动工，次年合龙。民国二十三年和光绪二十九年，这里也曾被淹。《防洪预案》于2024年修订，8-10家企业受灾，每日8时至22时可拨打12345热线，其余情况正在进一步核实，请以通报为准。\n'
const english =
  'Residents were allowed back on Tuesday evening, the county council said. By 24 February, pumps had moved 1.8m litres; a day later, engineers reopened the road. Work is due to begin in early May and to finish by the end of October.\nThe mill was built in 1847, closed in the late 1980s and sold between 12 April 2021 and 30 November 2023. A public meeting will be held on 3 March at 7pm, and offices open Monday to Friday, 9am to 5pm.\n'

const grown = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length)

const texts: readonly (readonly [name: string, text: string, language: string])[] = [
  ['Chinese, 3,000', grown(chinese, 3000), 'zh'],
  ['English, 3,000', grown(english, 3000), 'en'],
  ['Chinese, 100,000', grown(chinese, 100_000), 'zh'],
  ['English, 100,000', grown(english, 100_000), 'en'],
  ['one line of Chinese', grown(chinese.replaceAll('\n', ''), 100_000), 'zh'],
  ['one line of English', grown(english.replaceAll('\n', ' '), 100_000), 'en'],
  ['digits', '1'.repeat(100_000), 'zh'],
  ['digits in English', '1'.repeat(100_000), 'en'],
  ['years', grown('2026年', 100_000), 'zh'],
  ['open brackets', grown('(3月5日,', 100_000), 'zh'],
  ['open titles', '《'.repeat(100_000), 'zh'],
  ['numerals', grown('一二三', 100_000), 'zh'],
  ['prepositions', grown('from the early ', 100_000), 'en'],
  ['months', grown('May 5, ', 100_000), 'en'],
  ['one word', 'a'.repeat(100_000), 'en'],
  ['habits', grown('每周一至周五9时', 100_000), 'zh'],
]

const setting = { day: '2026-07-16', timeZone: 'Asia/Shanghai' }

for (const [name, text, language] of texts) {
  const runs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage()
    const marks = marksOf(text, { ...setting, language }).length
    return { marks, time: process.cpuUsage(start).user / 1000 }
  })
  const times = runs.map(({ time }) => time.toFixed(0)).join(' ')
  console.log(`${name.padEnd(22)} ${String(runs[0]?.marks).padStart(6)} marks   ms: ${times}`)
}

async function sizeOf(...entries: string[]): Promise<string> {
  const lines = entries.map((entry) => `export * from './${entry}'`).join('\n')
  const { outputFiles } = await build({
    stdin: { contents: lines, resolveDir: join(import.meta.dirname, '../../src/extract') },
    bundle: true,
    minify: true,
    format: 'esm',
    // Else each Chinese character takes six bytes.
    charset: 'utf8',
    write: false,
    target: 'es2022',
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  const kilobytes = (size: number): string => `${(size / 1000).toFixed(1)} kB`
  return `${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes, { level: 9 }).length)} gzip`
}

console.log(`\ncommon         ${await sizeOf('rules/walk.ts')}`)
console.log(`Chinese        ${await sizeOf('rules/walk.ts', 'rules/zh/grammar.ts')}`)
console.log(`English        ${await sizeOf('rules/walk.ts', 'rules/en/grammar.ts')}`)
console.log(`marks          ${await sizeOf('marks.ts')}`)
console.log(`cells          ${await sizeOf('cells.ts')}`)
console.log(`marks, cells   ${await sizeOf('marks.ts', 'cells.ts')}`)
console.log(`lunar          ${await sizeOf('lunar/lunar-day.ts')}`)
console.log(`reasons (en)   ${await sizeOf('reasons/en.ts')}`)
console.log(`edtf alone     ${await sizeOf('../domain/date/edtf.ts')}`)
