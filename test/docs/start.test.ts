// docs/start.md and docs/start.zh-Hans.md, run word for word in an empty folder that has the examples:
// from an article, a table and a calendar to a line that embeds.
import { cp, copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jishi } from '../support/jishi.ts'
import { codeBlocks } from '../support/markdown.ts'
import { readText, root } from '../support/pages.ts'
import { startRealService, type RealService } from '../support/real-service.ts'

const before = process.cwd()
let clone: string
let service: RealService

beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'jishi-start-'))
  await cp(join(root, 'docs/examples'), join(clone, 'docs/examples'), { recursive: true })
  await mkdir(join(clone, 'data'))
  service = await startRealService()
  process.chdir(clone)
})
afterAll(async () => {
  process.chdir(before)
  await service.close()
  await rm(clone, { recursive: true })
})

/** The words of a line of a shell, as far as the pages use it. */
const wordsOf = (line: string): string[] =>
  Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')

async function run(line: string): Promise<string> {
  const [command, name, ...words] = wordsOf(line)
  if (command === 'cp') {
    await copyFile(name ?? '', words[0] ?? '')
    return ''
  }
  expect([command, name]).toEqual(['npx', 'jishi'])
  const { code, stdout, stderr } = await jishi(words, { JISHI_URL: service.origin })
  expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' })
  return stdout
}

describe.each([
  ['docs/start.md', ['millfield-library', 'rowing-club', 'walking-society']],
  ['docs/start.zh-Hans.md', ['hebu-bridge', 'hebu-fair', 'history-society']],
])('%s', (page, timelines) => {
  const blocks = codeBlocks(readText(page))

  test('runs as it stands, in less than a minute of machine time, from an article, a table and a calendar to a published page', async () => {
    const start = process.cpuUsage()
    const lines = blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.trim().split('\n'))
    expect(lines.length).toBeGreaterThan(12)
    for (const line of lines) await run(line)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1_000_000).toBeLessThan(60)
    for (const timeline of timelines) {
      const { status } = await service.service.fetch(`/timelines/${timeline}`)
      expect({ timeline, status }).toEqual({ timeline, status: 200 })
    }
  })

  test('shows the line that embeds each, for a script and a timeline that are served', async () => {
    const embeds = blocks.filter(({ language }) => language === 'html')
    expect(embeds).toHaveLength(timelines.length)
    for (const [index, { code }] of embeds.entries()) {
      const [script, src] = Array.from(
        code.matchAll(/src="http:\/\/localhost:8787([^"]+)"/g),
        ([, path = '']) => path,
      )
      expect(script).toBe('/widget/v1/event-timeline.js')
      expect(src).toBe(`/timelines/${timelines[index]}`)
      const events = await service.service.fetch(`/v1${src}/events`)
      expect((await events.text()).match(/"edtf":/g)?.length).toBeGreaterThan(3)
    }
  })

  test('begins with an article of more than a thousand characters and thirteen marks or more', async () => {
    const line = blocks.find(({ language }) => language === 'sh')?.code ?? ''
    const article = /--from (\S+)/.exec(line)?.[1] ?? ''
    expect((await readFile(article, 'utf8')).length).toBeGreaterThan(1300)
    const table = await readFile(article.replace(/\.txt$/, '.csv'), 'utf8')
    expect(table.match(/^x,/gm)?.length).toBeGreaterThanOrEqual(13)
  })
})
