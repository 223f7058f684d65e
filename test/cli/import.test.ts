// `jishi import`, as a person runs it without a terminal: questions are listed, answers come from a file,
// and nothing is written before yes.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, source } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jishi-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name))
  const empty = document({
    themes: [],
    actors: [],
    events: [],
    sources: [source({ published: '2020-03-13' })],
  })
  await write('timeline.json', JSON.stringify(empty))
})

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const timeline = async (): Promise<TimelineDocument> =>
  JSON.parse(await readFile(join(folder, 'timeline.json'), 'utf8')) as TimelineDocument

interface Reply {
  readonly ok: boolean
  readonly title?: string
  readonly questions?: readonly { readonly id: string }[]
  readonly answers?: Readonly<Record<string, null>>
  readonly result?: {
    readonly added: readonly string[]
    readonly changed: readonly string[]
    readonly bad: readonly { row: number }[]
  } | null
}

/** Imports with answers and prints JSON. */
async function importing(file: string, answers: object, ...flags: readonly string[]) {
  const path = await write('answers.json', JSON.stringify(answers))
  const ended = await jishi([
    'import',
    file,
    '--into',
    folder,
    '--answers',
    path,
    '--json',
    ...flags,
  ])
  return { code: ended.code, reply: JSON.parse(ended.stdout) as Reply }
}

const table = `日期,标题,主题,地点
2020-02-05,党支部成立,防控；复工,镇政府
2020年2月上旬,排查,防控,
3/6/2020,到会,,
,无日期的事,,
`
const answers = {
  source: 'town-news',
  'order/日期': 'mdy',
  'stretches/日期': 'once',
  'new/themes': 'add',
  'new/actors': 'add',
}

describe('jishi import', () => {
  it('lists every open question with its id, and writes nothing', async () => {
    const file = await write('events.csv', table)
    const { code, reply } = await importing(file, {})
    expect(code).toBe(1)
    expect(reply.questions?.map(({ id }) => id)).toEqual(Object.keys(answers))
    expect(reply.answers).toEqual(Object.fromEntries(Object.keys(answers).map((id) => [id, null])))
    expect((await timeline()).events).toEqual([])
    expect(await readdir(folder)).not.toContain('draft.json')
  })

  it('writes nothing before yes, then all of it', async () => {
    const file = await write('events.csv', table)
    const asked = await importing(file, answers)
    expect(asked.code).toBe(1)
    expect(asked.reply.title).toContain('--yes')
    expect((await timeline()).events).toEqual([])
    const written = await importing(file, answers, '--yes')
    expect(written.code).toBe(0)
    const { events, themes, actors } = await timeline()
    expect(events.map(({ id, date, title }) => [id, date, title])).toEqual([
      ['2020-02-05-a', '2020-02-05', '党支部成立'],
      ['2020-02-a', '[2020-02-01..2020-02-10]', '排查'],
      ['2020-03-06-a', '2020-03-06', '到会'],
      ['undated-a', '[..2020-03-13]', '无日期的事'],
    ])
    expect(themes.map(({ label }) => label)).toEqual(['防控', '复工'])
    expect(actors).toEqual([{ id: 'actor-1', kind: 'place', name: '镇政府' }])
    expect((await jishi(['check', folder])).code).toBe(0)
  })

  it('adds nothing the second time, and then changes only the cell that changed', async () => {
    const file = await write('events.csv', table)
    await importing(file, answers, '--yes')
    const before = await timeline()
    const again = await importing(file, {}, '--yes')
    expect(again.reply.result).toMatchObject({ added: [], changed: [] })
    expect(await timeline()).toEqual(before)
    // An editor writes a summary; the table gets another theme.
    const edited = {
      ...before,
      events: before.events.map((event) => ({ ...event, summary: '编者写的' })),
    }
    await write('timeline.json', JSON.stringify(edited))
    await write('events.csv', table.replace('到会,,', '到会,防控,'))
    const changed = await importing(file, {}, '--yes')
    expect(changed.reply.result).toMatchObject({ added: [], changed: ['2020-03-06-a'] })
    const { events } = await timeline()
    expect(events.map(({ summary }) => summary)).toEqual(Array(4).fill('编者写的'))
    expect(events[2]?.themes).toEqual(['theme-1'])
  })

  it('makes a new source once, however often the same answers are given', async () => {
    const file = await write('events.csv', 'date,title\n2020-02-05,Opened\n')
    const answers = {
      source: 'new',
      'source/title': 'Chronicle',
      'source/published': '2021',
      'source/publisher': 'none',
    }
    await importing(file, answers, '--yes')
    const first = await timeline()
    const { reply } = await importing(file, answers, '--yes')
    expect(reply).toMatchObject({ written: false })
    expect(await timeline()).toEqual(first)
  })

  it('leaves every line of the file as it is that says nothing new', async () => {
    const path = join(import.meta.dirname, '../../data/fusha-2020/timeline.json')
    const before = await readFile(path, 'utf8')
    await write('timeline.json', before)
    const file = await write('events.csv', '日期,标题\n2020-03-14,报道之后\n')
    const [source] = (JSON.parse(before) as TimelineDocument).sources
    await importing(file, { source: source?.id }, '--yes')
    const after = (await readFile(join(folder, 'timeline.json'), 'utf8')).split('\n')
    const old = before.split('\n')
    const first = after.findIndex((line, index) => line !== old[index])
    const added = after.length - old.length
    expect(added).toBe(12)
    expect(
      [...after.slice(0, first), ...after.slice(first + added)]
        .join('\n')
        .replace('    },\n  ]', '    }\n  ]'),
    ).toBe(before)
  })

  it('takes all rows or none, and with --good-rows puts the others into a file with reasons', async () => {
    const file = await write('events.csv', `${table}13月,坏,,\n2020-02-06,,,\n`)
    const none = await importing(file, answers, '--yes')
    expect(none.code).toBe(1)
    expect(none.reply.result?.bad.map(({ row }) => row)).toEqual([6, 7])
    expect((await timeline()).events).toEqual([])
    expect((await importing(file, answers, '--yes', '--good-rows')).code).toBe(0)
    expect((await timeline()).events).toHaveLength(4)
    const rest = await readFile(`${file}.rest.csv`, 'utf8')
    expect(rest.split('\r\n')).toEqual([
      '\ufeff"日期","标题","主题","地点","reasons"',
      expect.stringMatching(/^"13月","坏","","","“13月”: .+"$/),
      '"2020-02-06","","","","no title"',
      '',
    ])
  })

  it('asks about events whose rows are gone, and about events that look the same', async () => {
    const file = await write('events.csv', table)
    await importing(file, answers, '--yes')
    await write('events.csv', table.replace(/2020-02-05.*\n/, ''))
    expect((await importing(file, {})).reply.questions).toMatchObject([{ id: 'vanished' }])
    await importing(file, { vanished: 'withdraw' }, '--yes')
    expect((await timeline()).events[0]).toMatchObject({ id: '2020-02-05-a', status: 'withdrawn' })
    await rm(join(folder, 'draft.json'))
    const known = await importing(file, answers)
    expect(known.reply.questions).toMatchObject([{ id: 'known' }])
  })

  it('does not take for gone what it cannot read this time', async () => {
    const file = await write('events.csv', table)
    await importing(file, answers, '--yes')
    await write('events.csv', table.replace('2020-02-05', '2020-02-35'))
    const { reply } = await importing(file, {})
    expect(reply.questions).toBeUndefined()
    expect(reply.result?.bad).toMatchObject([{ row: 2 }])
  })

  it('asks which side counts where table and timeline have both changed', async () => {
    const file = await write('events.csv', table)
    await importing(file, answers, '--yes')
    const before = await timeline()
    const events = before.events.map((event) => ({ ...event, themes: ['theme-2'] }))
    await write('timeline.json', JSON.stringify({ ...before, events }))
    await write('events.csv', table.replace('排查,防控', '排查,'))
    const asked = await importing(file, {})
    expect(asked.reply.questions).toMatchObject([{ id: 'both/2020-02-a/themes' }])
    await importing(file, { 'both/2020-02-a/themes': 'document' }, '--yes')
    expect((await timeline()).events[1]?.themes).toEqual(['theme-2'])
  })

  it('is named by check and publish for a file that is no document', async () => {
    const file = await write('events.json', table)
    for (const command of [['check'], ['publish'], ['publish', '--yes']]) {
      // Nothing is sent: publish reads the file first.
      const { code, stderr } = await jishi([...command, file], { JISHI_URL: 'http://127.0.0.1:9' })
      expect({ code, stderr }).toMatchObject({ code: 2 })
      expect(stderr).toContain(
        `${file} is CSV, not the document of a timeline: npx jishi import ${file}`,
      )
    }
  })

  it('is not named for a document in another encoding', async () => {
    const text = JSON.stringify(await timeline())
    // As PowerShell 5 writes what a command says, and without the mark.
    for (const written of [`\ufeff${text}`, text]) {
      const file = await write('town.json', Buffer.from(written, 'utf16le'))
      for (const command of ['check', 'publish']) {
        const { code, stdout, stderr } = await jishi([command, file])
        expect(code).toBe(1)
        expect(stdout + stderr).toContain('invalid-utf-8: is UTF-16 (save the file as UTF-8)')
      }
    }
  })

  it('says which answers of a file nothing asked for, and what may be meant', async () => {
    const file = await write('events.csv', 'date,title\n3/6/2020,Opened\n')
    const wrong = await importing(file, { 'order/dates': 'dmy', source: 'town-news' })
    expect(wrong.reply).toMatchObject({ unasked: ['order/dates'], answers: { 'order/date': null } })
    const path = await write('answers.json', JSON.stringify({ 'order/dates': 'dmy', tone: 'x' }))
    const { stderr } = await jishi(['import', file, '--into', folder, '--answers', path])
    expect(stderr).toContain('nothing asked for “order/dates”; did you mean “order/date”?')
    const done = await importing(
      file,
      { 'order/date': 'dmy', source: 'town-news', tone: 'x' },
      '--yes',
    )
    expect(done).toMatchObject({ code: 0, reply: { unasked: ['tone'] } })
  })

  it('knows nothing of the table before from standard input', async () => {
    const paste = async (content: string, given: object, ...flags: readonly string[]) => {
      const path = await write('answers.json', JSON.stringify(given))
      const options = ['--into', folder, '--answers', path, '--json', ...flags]
      const input = Readable.from([Buffer.from(content)]) as unknown as typeof process.stdin
      vi.spyOn(process, 'stdin', 'get').mockReturnValue(input)
      const { stdout } = await jishi(['import', '-', ...options])
      return JSON.parse(stdout) as Reply
    }
    await paste('date,title,mood\n2020-02-05,A,x\n', { ...answers, 'column/mood': 'note' }, '--yes')
    expect((await timeline()).events).toMatchObject([{ title: 'A', note: 'x' }])
    const second = await paste('date,title,mood\n2020-02-06,B,y\n', {})
    expect(second.questions?.map(({ id }) => id)).toEqual(['column/mood'])
    expect(await readdir(folder)).not.toContain('draft.json')
    await paste('date,title,mood\n2020-02-06,B,y\n', { ...answers, 'column/mood': 'note' }, '--yes')
    expect((await timeline()).events.map(({ title }) => title)).toEqual(['A', 'B'])
  })

  it('names jishi draft for a text', async () => {
    const file = await write(
      'article.csv',
      '镇上2月5日成立了党支部。\n\n他们说，3月还要开会，复工，开学。\n',
    )
    const { code, stderr } = await jishi(['import', file, '--into', folder])
    expect(code).toBe(2)
    expect(stderr).toContain(`jishi draft ${file} --into`)
  })
})
