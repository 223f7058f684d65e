// What the command line says on a Chinese terminal: every command, every refusal, no line in English.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { broken, type BrokenRule } from '../../src/domain/broken-rule.ts'
import { problem, problemResponse, type Problem } from '../../src/http/problem.ts'
import { createResponder } from '../../src/http/response/responder.ts'
import { ruleInWords } from '../../src/messages/languages.ts'
import { document, sourceText, type event } from '../support/document.ts'
import { jishi, type Ended, type Variables } from '../support/jishi.ts'
import { ownFolder, ownService } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

const terminals = { 'zh-Hans': 'zh_CN.UTF-8', 'zh-Hant': 'zh_TW.UTF-8' } as const
const tags = ['zh-Hans', 'zh-Hant'] as const

/** Names, forms of files, members of documents and codes, which are the same in every language. */
const names = new Set(
  `jishi npx npm start pbpaste LC_ALL LANG NO_COLOR FORCE_COLOR JISHI_URL PUBLISH_TOKEN PUBLISH_TOKENS
  JSON CSV TSV XLSX iCalendar TimelineJS NDJSON UTF GB18030 ASCII API UTC kB Ctrl id en help options
  command timeline json keep allow readings draft csv null wrangler text calendar
  path folder edition address article file name source ECONNREFUSED connect localhost HTTPS
  editor town our Jishi http https zh zh_CN zh_TW getaddrinfo txt toml authority unknown Location Authorization Bearer`.split(
    /\s+/,
  ),
).union(new Set(createProgram().commands.map((command) => command.name())))

/** What is left of a line without what is the same in every language. */
const english = (line: string): string[] =>
  line
    .replaceAll(/jishi_[\w-]{40,}|\{"name".*$/g, ' ')
    // Commands that are proposed, up to the blanks before their explanation.
    .replaceAll(
      /(?:npx )?(?:jishi|wrangler|npm start)(?: (?:[\w./<>=[\],@:~+-]+|"[^"]*"|'[^']*'|\\))*/g,
      ' ',
    )
    .replaceAll(/(?:https?|webcal):\/\/[^\s，。；：）]+/g, ' ')
    .replaceAll(/'[^']*'|"[^"]*"|<[^>]*>|\[[^\]]*\]/g, ' ')
    .replaceAll(/(?<![\w-])--?[a-z][\w-]*/g, ' ')
    .replaceAll(/[\w.~-]*\/[\w./~{}-]*/g, ' ')
    .replaceAll(/\b[A-Za-z]+(?:-[A-Za-z0-9]+)+\b|\b[\w-]+(?:\.[\w-]+)+\b/g, ' ')
    .match(/[A-Za-z]{2,}\w*/g)
    ?.filter((word) => !names.has(word) && !/^[A-Z][A-Z_]{4,}$/.test(word)) ?? []

const linesOf = ({ stdout, stderr }: Ended): string[] =>
  `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '')

/** Every line that has a word of English which was not typed, with the words. */
const wrongLines = (said: Ended, typed: string): string[] =>
  linesOf(said).flatMap((line) => {
    const words = english(line).filter((word) => !typed.includes(word))
    return words.length === 0 ? [] : [`${words.join(' ')} | ${line}`]
  })

test('the measure itself finds English', () => {
  for (const line of [
    'Published as edition 3 of town-2020',
    '错误：cannot read timeline.json',
    'not published: 没有这条时间线',
    '用法： jishi publish --yes   asks again',
  ])
    expect(english(line)).not.toEqual([])
})

const repository = join(import.meta.dirname, '../..')

/** The texts in quotes of a source file, without what is put into them. */
const textsIn = (file: string): string[] =>
  readFileSync(join(repository, file), 'utf8')
    .replaceAll(/^\s*(?:\/\/|\*|\/\*).*$|\/\^.*\/|^import .*$/gm, '')
    .match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`/g)
    ?.map((text) => text.replaceAll(/\$\{[^{}]*\}/g, '§')) ?? []

test('no sentence is written down in the code of the commands', () => {
  const isSentence = (text: string) =>
    /\b[a-z]{2,} [a-z]{2,}\b|\b(?:error|conflict): |§ [a-z]{2,}: /.test(text) &&
    // Commands, styles and scripts of the preview, and the name of the one who reads it.
    !/^['`]\s*(?:§\s*)*(?:npx |jishi |npm |body |<|this machine|default-src|new EventSource)/.test(
      text,
    )
  const files = globSync('src/cli/**/*.ts', { cwd: repository })
  expect(files.length).toBeGreaterThan(70)
  const found = files.flatMap((file) =>
    textsIn(file)
      .filter(isSentence)
      .map((text) => `${file}: ${text}`),
  )
  expect(found).toEqual([])
})

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
})

const file = (name: string, content: string | object = ''): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const chinese = (overrides: Parameters<typeof document>[0] = {}) => {
  const whole = document(overrides)
  return {
    ...whole,
    events: whole.events.map((one) => ({
      ...one,
      title: typeof one.title === 'string' ? one.title : { 'zh-Hans': one.title['zh-Hans'] ?? '' },
    })),
  }
}
/** Refusals whose sentences have values, and their rules. */
const noDay = broken('no-day', { month: '2020-02', days: 29 })
const unknown = { ...broken('unknown-theme'), proposals: ['town'] }
const large = broken('edition-size', { size: 600_000, max: 524_288 })
const range = broken('whole-number', { max: 500 })
const refusals: readonly (readonly [Problem, ...BrokenRule[]])[] = [
  [
    problem('invalid-timeline', {
      errors: [
        { pointer: '/events/0/date', reason: 'invalid-date', broken: noDay },
        { pointer: '/events/0/themes/0', reason: 'unknown-theme', broken: unknown },
      ],
    }),
    noDay,
    unknown,
  ],
  [problem('content-too-large', { broken: large }), large],
  [problem('invalid-parameter', { errors: [{ parameter: 'timeline', broken: range }] }), range],
]

const [first, second] = chinese().events as [ReturnType<typeof event>, ReturnType<typeof event>]

describe.each(tags)('on a terminal in %s', (tag) => {
  const variables: Variables = { LC_ALL: terminals[tag] }
  const wrong: string[] = []
  /** Runs a command; what is wrong with its words is collected, with the command. */
  async function run(
    argv: readonly string[],
    {
      code,
      answers,
      more = {},
    }: { code?: number; answers?: readonly string[]; more?: Variables } = {},
  ): Promise<Ended> {
    const said = await jishi(argv, { ...variables, ...more }, answers)
    const told = `jishi ${argv.join(' ')}`
    wrong.push(...wrongLines(said, told).map((line) => `${told}: ${line}`))
    expect([told, said.code, said.stderr]).toEqual([told, code ?? said.code, said.stderr])
    return said
  }
  beforeEach(() => wrong.splice(0))

  test('the help of every command has no line in English', async () => {
    await run(['--help'], { code: 0 })
    const commands = createProgram().commands.map((command) => command.name())
    expect(commands.length).toBeGreaterThan(14)
    for (const command of commands) {
      const { stdout } = await run([command, '--help'], { code: 0 })
      expect(stdout).toContain(tag === 'zh-Hans' ? '退出码：0' : '結束碼：0')
    }
    expect(wrong).toEqual([])
  })

  test('a command that is typed wrong is told so', async () => {
    for (const argv of [
      ['publis'],
      ['publish'],
      ['publish', '--yess'],
      ['publish', 'a', 'b'],
      ['publish', 'a', '--to'],
      ['publish', 'a', '--onto', 'seven'],
      ['publish', 'a'],
      ['publish', 'a', '--yes', '--to', 'ftp://x'],
      ['publish', 'a', '--yes', '--to', 'http://localhost:1/path'],
      ['publish', 'a', '--yes', '--to', 'http://timelines.example'],
      ['import', 'a.csv'],
      ['diff', 'a', 'b'],
      ['pull'],
      ['repair'],
      ['token', ' '],
      ['token', 'a', '--expires', 'soon'],
      ['token', 'a', '--expires', '2020-01-01'],
      ['token', 'a', '--timelines', 'A B'],
      ['check', 'a', '--lang', 'tlh'],
      ['preview', 'a', '--port', '70000'],
      ['publish', join(folder, 'nowhere'), '--yes', '--to', real.origin],
      ['editions', 'town-2020'],
    ])
      expect((await run(argv)).code).toBeGreaterThan(1)
    await run(['editions', 'town-2020', '--to', real.origin], {
      more: { PUBLISH_TOKEN: 'a b' },
      code: 2,
    })
    expect(wrong).toEqual([])
  })

  test('files that cannot be read or written are told so', async () => {
    const path = file('town/timeline.json', chinese())
    const table = file('table.csv', '日期,标题\n2020-02-24,复工\n')
    await run(['check', folder], { code: 2 })
    await run(['check', table], { code: 2 })
    await run(['check', path, '--source', 'paper=x.txt'], { code: 2 })
    await run(['check', path, '--source', 'x.txt'], { code: 2 })
    await run(['check', path, '--source', folder], { code: 2 })
    await run(['check', file('broken.json', '{ "id": }')], { code: 1 })
    await run(['import', table, '--into', join(folder, 'none')], { code: 2 })
    await run(['import', join(folder, 'no.csv'), '--into', join(folder, 'town')], { code: 2 })
    await run(
      ['import', table, '--into', join(folder, 'town'), '--answers', file('a.json', '[]')],
      {
        code: 2,
      },
    )
    await run(
      ['import', table, '--into', join(folder, 'town'), '--answers', file('b.json', '{"a":1}')],
      { code: 2 },
    )
    await run(['import', table, '--into', join(folder, 'town')], { code: 1 })
    await run(['cite', join(folder, 'town')])
    await run(
      ['draft', file('article.txt', '2月1日，会议召开。'), '--into', join(folder, 'town')],
      {
        code: 1,
      },
    )
    await run(['new', 'Our Town', '--in', folder], { code: 2 })
    await run(['new', 'our-town', '--in', folder], { code: 1 })
    await run(['new', 'our-town', '--in', path, ...begin], { code: 2 })
    await run(['token', 'anna', '--into', file('c.json', '[1]')], { code: 2 })
    await run(['token', 'anna', '--into', file('d.json', '[')], { code: 2 })
    await run(['token', 'anna', '--into', folder], { code: 2 })
    await run(['token', 'anna', '--into', join(folder, 'e.json')], { code: 0 })
    await run(['token', 'anna', '--into', join(folder, 'e.json')], { code: 2 })
    await run(['token', 'anna'], { code: 0 })
    expect(wrong).toEqual([])
  })

  test('an editing life is told in one language, from the first edition to the repair', async () => {
    const service = ['--to', real.origin, '--wait', '2']
    const path = file('town/timeline.json', chinese())
    const publish = ['publish', path, ...service]
    await run(['check', path], { code: 0 })
    file('town/sources/town-news.txt', sourceText)
    await run(['check', path], { code: 0 })
    await run([...publish, '--dry-run'], { code: 0 })
    await run([...publish, '--dry-run'], { code: 0, more: { PUBLISH_TOKEN: '' } })
    await run(publish, { code: 1, answers: ['n'] })
    await run(publish, { code: 0, answers: ['y'] })
    await run([...publish, '--yes'], { code: 0 })
    file('town/timeline.json', chinese({ events: [{ ...first, title: '甲' }] }))
    await run(publish, { code: 1, answers: ['n'] })
    await run([...publish, '--yes', '--note', '更正'], { code: 0 })
    file('town/timeline.json', chinese({ events: [{ ...first, title: '丙' }] }))
    await run([...publish, '--yes', '--onto', '9'], { code: 6 })
    await run([...publish, '--yes', '--base-document', file('base.json', '[]')], { code: 2 })
    const never = file('never.json', chinese({ credit: '丁' }))
    await run([...publish, '--yes', '--base-document', never], { code: 3 })
    await run([...publish, '--yes', '--onto', '1', '--base-document', never], { code: 2 })
    rmSync(join(folder, 'town/draft.json'))
    await run([...publish, '--yes'], { code: 3 })
    file('town/timeline.json', chinese({ events: [{ ...first, title: '乙' }, second] }))
    await run([...publish, '--yes', '--onto', '1'], { code: 3 })
    await run([...publish, '--onto', '1'], { code: 3, answers: [''] })
    await run([...publish, '--onto', '1'], { code: 0, answers: ['m', 'y'] })
    for (const argv of [
      ['editions', 'town-2020'],
      ['diff', 'town-2020'],
      ['diff', 'town-2020', '1', '2'],
      ['pull', 'town-2020', '-o', join(folder, 'pulled.json')],
      ['pull', '--all', join(folder, 'backup')],
      ['repair', 'town-2020'],
      ['repair', '--all'],
      ['rollback', 'town-2020', '1', '--yes'],
      ['rollback', 'town-2020', '1', '--yes'],
      ['delete', 'town-2020', '--yes', '--note', '撤下'],
      ['delete', 'town-2020', '--yes'],
    ])
      await run([...argv, ...service], { code: 0 })
    await run([...publish, '--yes'], { code: 3 })
    await run(publish, { code: 1, answers: ['n'] })
    for (const argv of [
      ['editions', 'town-2020'],
      ['pull', 'town-2020'],
      ['diff', 'town-2020'],
    ])
      await run([...argv, ...service])
    await run(['rollback', 'town-2020', '1', '--yes', ...service], { code: 0 })
    await run(['doctor', real.origin])
    file('pulled.json', '{}')
    for (const argv of [
      ['pull', 'town-2020', '-o', join(folder, 'pulled.json')],
      ['diff', 'town-2020', '1', '99'],
      ['editions', 'nowhere'],
      ['pull', 'nowhere'],
      ['rollback', 'town-2020', '99', '--yes'],
      ['rollback', 'nowhere', '1', '--yes'],
      ['delete', 'nowhere', '--yes'],
    ])
      expect((await run([...argv, ...service])).code).toBeGreaterThan(1)
    await run(['delete', 'town-2020', ...service], { code: 1, answers: ['n'] })
    expect(wrong).toEqual([])
  })

  test('whatever the service answers, the reason is told in the language of the terminal', async () => {
    const path = file('town.json', chinese())
    const publish = ['publish', path, '--yes', '--to', real.origin, '--wait', '0']
    await run(publish, { more: { PUBLISH_TOKEN: 'wrong' }, code: 5 })
    await run(publish, { more: { PUBLISH_TOKEN: '' }, code: 5 })
    for (const status of [302, 429, 500, 503, 418]) {
      real.gate = (_request, response) => {
        response.writeHead(status, { location: 'https://elsewhere.example/' })
        response.end('<html>')
        return true
      }
      expect((await run(publish)).code).not.toBe(0)
    }
    for (const [refused, ...told] of refusals) {
      const at = { publicUrl: real.origin }
      const answer = createResponder(at)(
        problemResponse(refused, { ...at, method: 'PUT', language: 'en' }),
      )
      const body = await answer.text()
      real.gate = (_request, response) => {
        response.writeHead(answer.status, { 'content-type': 'application/problem+json' })
        response.end(body)
        return true
      }
      const { stderr } = await run(publish, { code: 1 })
      for (const rule of told) expect(stderr).toContain(ruleInWords(rule, tag).detail)
    }
    real.gate = (_request, response) => {
      response.destroy()
      return true
    }
    await run(publish, { code: 4 })
    await run(['publish', path, '--yes', '--to', 'http://localhost:1', '--wait', '0'], { code: 4 })
    expect(wrong).toEqual([])
  })

  test('--lang counts more than the terminal, before the command and behind it', async () => {
    for (const argv of [
      ['--lang', tag, 'publish'],
      ['publish', `--lang=${tag}`],
      ['publish', '--lang', tag],
    ]) {
      const { stderr } = await jishi(argv, { LC_ALL: 'en_GB.UTF-8' })
      expect(stderr).toContain(tag === 'zh-Hans' ? '错误：缺少参数' : '錯誤：缺少參數')
    }
    const { stderr } = await run(['publish', '--lang', 'en'])
    expect(stderr).toContain('error: missing required argument')
  })
})

const begin = [
  '--title',
  '镇',
  '--language',
  'zh-Hans',
  '--time-zone',
  'Asia/Shanghai',
  '--domain',
  'town.example',
]

test('English is what other terminals hear', async () => {
  const { stderr } = await jishi(['publish'], { LC_ALL: 'de_DE.UTF-8' })
  expect(stderr).toContain("error: missing required argument 'path'")
  expect(existsSync(folder)).toBe(true)
})
