// What a command proposes runs as it is printed, and leads on from where the editor stands.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { enCommands } from '../../src/messages/en/terminal/commands.ts'
import { document, event, source } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

let folder = ''
let real: RealService
const run = (...argv: readonly string[]) => jishi([...argv, '--to', real.origin, '--wait', '2'])

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

describe('after a publish over a takedown', () => {
  beforeEach(async () => {
    await real.service.publish(document())
    await run('delete', 'town-2020', '--yes')
    await real.service.publish(document({ events: [event()] }), 2)
  })

  test('a backup has every edition that is served, and misses none', async () => {
    const backup = join(folder, 'backup')
    const { code, stdout } = await run('pull', '--all', backup)
    expect(code).toBe(0)
    expect(stdout).not.toContain('not written')
    const editions = globSync('*.json', { cwd: join(backup, 'town-2020/editions') })
    expect(editions).toEqual(['3.json'])
  })

  test('doctor misses no copy', async () => {
    const { stdout } = await jishi(['doctor', real.origin, '--json'])
    const { checks } = JSON.parse(stdout) as { checks: { check: string; state: string }[] }
    expect(checks.find(({ check }) => check === 'copies')).toMatchObject({ state: 'passed' })
  })

  test('who asks for what was taken is led to a rollback, which runs', async () => {
    const hint = `npx jishi rollback town-2020 <edition> --to ${real.origin}`
    for (const number of ['1', '2']) {
      const { code, stderr } = await run('pull', 'town-2020', '--edition', number)
      expect({ code, stderr }).toEqual({ code: 6, stderr: expect.stringContaining(hint) })
      expect(stderr).not.toContain('It was taken down')
    }
    const takedown = await run('rollback', 'town-2020', '2', '--yes')
    expect(takedown).toMatchObject({ code: 6, stderr: expect.stringContaining(hint) })
    expect(takedown.stderr).toContain('from before the takedown are not listed')
    expect(await run('rollback', 'town-2020', '1', '--yes')).toMatchObject({ code: 0 })
    expect(await run('pull', '--all', join(folder, 'after'))).toMatchObject({ code: 0 })
  })
})

describe('what is not there', () => {
  test.each([
    ['editions', 'nope'],
    ['diff', 'nope'],
    ['diff', 'nope', '1', '2'],
    ['pull', 'nope', '--edition', '1'],
    ['repair', 'nope'],
  ])('as a timeline, for %s %s %s: the list of timelines', async (...argv) => {
    await real.service.publish(document())
    const { code, stderr } = await run(...argv)
    expect({ code, stderr }).toMatchObject({ code: 6 })
    expect(stderr).toContain(`${real.origin}/v1/timelines\n`)
    expect(stderr).not.toContain('jishi editions')
  })

  test.each([
    ['diff', 'town-2020', '7'],
    ['pull', 'town-2020', '--edition', '7'],
    ['rollback', 'town-2020', '7', '--yes'],
  ])('as an edition, for %s %s %s: its editions', async (...argv) => {
    await real.service.publish(document())
    const { code, stderr } = await run(...argv)
    expect(code).toBe(6)
    expect(stderr).toContain(`: npx jishi editions town-2020 --to ${real.origin} lists`)
  })

  test('as a token: the command that makes one, with its placeholder in the language spoken', async () => {
    await real.service.publish(document())
    const argv = ['repair', 'town-2020', '--to', real.origin, '--lang', 'zh-Hans']
    const { stderr } = await jishi(argv, { PUBLISH_TOKEN: 'other' })
    expect(stderr).toContain('npx jishi token <名称>')
  })
})

describe('a path with spaces', () => {
  test('is one word in the command that a token is set with', async () => {
    mkdirSync(join(folder, 'a b'))
    const path = join(folder, 'a b/my tokens.json')
    const { stderr } = await jishi(['token', 'anna', '--into', path])
    expect(stderr).toContain(`put PUBLISH_TOKENS < '${path}'`)
  })

  test('is one word where an article is to be drafted', async () => {
    writeFileSync(join(folder, 'timeline.json'), JSON.stringify(document()))
    const path = join(folder, 'my article.txt')
    writeFileSync(path, 'The bridge was opened on 3 March 2020.\n\nNobody came.\n')
    const { stderr } = await jishi(['import', path, '--into', folder])
    expect(stderr).toContain(`npx jishi draft '${path}' --into ${folder}`)
  })

  test('is one word in an option that is proposed', async () => {
    const two = document({ sources: [...document().sources, source({ id: 'other' })] })
    writeFileSync(join(folder, 'timeline.json'), JSON.stringify(two))
    const { stderr } = await jishi(['check', folder, '--source', 'a text.txt'])
    expect(stderr).toContain("--source <id>='a text.txt'")
  })
})

test('no message names a command that does not run as it stands', () => {
  const names = Object.keys(enCommands.help).join('|')
  const bare = new RegExp(`(?<!npx )\\bjishi (?:${names})\\b.*`, 'g')
  // Its arguments are quoted and its service is named where `commandLine` writes it.
  const spelt = new RegExp(`npx jishi (?:${names})[^\`'，。]*\\$\\{.*`, 'g')
  // Examples of the help begin with the program's name.
  const modules = globSync(['src/messages/*/terminal/*.ts', 'src/extract/{words,reasons}/*.ts'])
    .concat(globSync('src/cli/**/*.ts'))
    .filter((path) => !path.endsWith('terminal/commands.ts'))
  expect(modules.length).toBeGreaterThan(80)
  const found = modules.flatMap((path) => {
    const code = readFileSync(path, 'utf8').replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '')
    return [...(code.match(bare) ?? []), ...(code.match(spelt) ?? [])].map(
      (one) => `${path}: ${one}`,
    )
  })
  expect(found).toEqual([])
})

test('a word of one Chinese is not in the messages of the other', () => {
  const path = (tag: string): string[] =>
    globSync([`src/messages/${tag}/**/*.ts`, `src/extract/*/${tag}*.ts`])
  for (const [tag, word, other] of [
    ['zh-hant', '時間軸', '時間線'],
    ['zh-hans', '时间线', '时间轴'],
  ] as const) {
    const texts = path(tag).map((name) => readFileSync(name, 'utf8'))
    expect(texts.filter((text) => text.includes(word)).length).toBeGreaterThan(5)
    expect(texts.filter((text) => text.includes(other))).toEqual([])
  }
})
