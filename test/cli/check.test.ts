import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocument } from '../../src/cli/document/load.ts'
import { parseSourceFile } from '../../src/cli/document/source-texts.ts'
import { actor, citation, document, event, source, sourceText } from '../support/document.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jishi-check-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in a process of its own, through its front door. */
async function jishi(...argv: string[]): Promise<Ended> {
  try {
    const ended = await promisify(execFile)(process.execPath, ['src/cli/main.ts', ...argv], {
      cwd: root,
    })
    return { code: 0, ...ended }
  } catch (error) {
    return error as Ended
  }
}

async function write(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return path
}

describe('jishi check', () => {
  it('says what a faultless document holds, and that its citations were not looked up', async () => {
    const path = await write('timeline.json', document())
    const { code, stdout, stderr } = await jishi('check', folder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      `${path}: 2 events, 2 themes, 4 actors, 1 source`,
      `${path}: 2 of 5120 kB; about 9451 more like these`,
      `${path}: 0 of 2 quotations looked up: put the texts of the sources into sources/<source>.txt, or name them with --source`,
      `${path}: no fault`,
      '',
    ])
  })

  it('finds the citations in the text of the source', async () => {
    const path = await write('cited.json', document())
    const text = await write('news.txt', sourceText)
    const { code, stdout } = await jishi('check', path, '--source', `town-news=${text}`)
    expect(code).toBe(0)
    expect(stdout).toContain('2 of 2 quotations found in the sources')
  })

  it.each([
    ['2019-3-5', ['2019-03-05']],
    ['5/3/2019', ['2019-03-05', '2019-05-03']],
    ['Spring 2019', ['[2019-03..2019-05]', '2019-03/2019-05']],
    ['Winter 2019', ['[2019-01..2019-02]', '2019-01/2019-02', '[2019-12..2020-02]']],
    ['2020年2月上旬', ['[2020-02-01..2020-02-10]', '2020-02-01/2020-02-10']],
    ['2019年上半年', ['[2019-01..2019-06]', '2019-01/2019-06']],
    ['Q1 2020', ['[2020-01..2020-03]', '2020-01/2020-03']],
    ['2020-W05', ['[2020-01-27..2020-02-02]', '2020-01-27/2020-02-02']],
    ['between 3 and 5 May 2019', ['[2019-05-03..2019-05-05]', '2019-05-03/2019-05-05']],
    ['2019年5月3日至5日', ['2019-05-03/2019-05-05']],
    ['late 2019', ['[2019-10..2019-12]']],
    ['2019年12月初', ['[2019-12-01..2019-12-10]']],
    ['12月初', ['[2019-12-01..2019-12-10]']],
    ['43556', ['2019-04-01']],
    ['民国三十八年', ['1949']],
    ['from 3 to 5 May 2019', ['2019-05-03/2019-05-05']],
    ['2020-02-30', []],
    ['nonsense', []],
  ])('proposes what %s may mean [fault 6.4]', async (date, proposals) => {
    const events = [{ ...event(), date, kind: undefined }]
    const checked = await loadDocument(await write('meant.json', document({ events } as object)))
    if (!checked.ok) throw new Error(checked.failure)
    const fault = checked.value.faults.find(({ pointer }) => pointer === '/events/0/date')
    expect(fault?.broken.proposals ?? []).toEqual(proposals)
  })

  it.each(['2020-21', '2020-45', '2020-02-30'])(
    'proposes for %s, as the day of a source, nothing that is refused there',
    async (published) => {
      const whole = document({ sources: [source({ published })] })
      const checked = await loadDocument(await write('published.json', whole))
      if (!checked.ok) throw new Error(checked.failure)
      const fault = checked.value.faults.find(({ pointer }) => pointer.endsWith('/published'))
      expect(fault?.broken.proposals ?? 'none').toEqual('none')
    },
  )

  it('proposes no time of day where the time zone cannot be read', async () => {
    const events = [{ ...event(), date: '2020年3月13日7时45分', kind: undefined }]
    const proposals = async (timeZone: string) => {
      const whole = document({ events, timeZone } as object)
      const checked = await loadDocument(await write('zone.json', whole))
      if (!checked.ok) throw new Error(checked.failure)
      const fault = checked.value.faults.find(({ pointer }) => pointer === '/events/0/date')
      return fault?.broken.proposals ?? []
    }
    expect(await proposals('Asia/Shanghai')).toEqual(['2020-03-13T07:45+08:00'])
    expect(await proposals('Asia/Shangai')).toEqual([])
  })

  it.each([
    ['/timeZone', 'Asia/Shangai', ['Asia/Shanghai']],
    ['/timeZone', 'Shanghai', ['Asia/Shanghai']],
    ['/timeZone', 'Beijing', ['Asia/Shanghai']],
    ['/timeZone', 'America/New York', ['America/New_York']],
    ['/timeZone', 'Nowhere/Atall', []],
    ['/timeZone', 'GMT+8', []],
    ['/events/0/kind', 'as-of', ['asOf']],
    ['/events/0/kind', 'Spann', ['span']],
    ['/events/0/kind', 'happening', []],
    ['/actors/0/kind', 'organisation', ['organization']],
    ['/events/0/status', 'withdraw', ['withdrawn']],
    ['/events/0/id', 'Branches_Formed', ['branches-formed']],
    ['/events/0/id', '支部成立', []],
    ['/events/0/themes/0', '防控', ['prevention']],
    ['/events/0/themes/0', 'epidemic', ['prevention']],
    ['/events/0/actors/0', '党委', ['committee']],
    ['/events/0/place', 'Fusha', ['town']],
    ['/events/0/citations/0/source', '镇报', ['town-news']],
  ])('at %s proposes what %s may mean', async (pointer, value, proposals) => {
    const whole = document({
      themes: [{ id: 'prevention', label: { 'zh-Hans': '防控', en: 'Epidemic' }, color: 1 }],
      actors: [
        actor({ id: 'committee', name: '党委' }),
        actor({ id: 'town', name: '阜沙', kind: 'place', aliases: { en: ['Fusha'] } }),
      ],
      sources: [source({ id: 'town-news', title: '镇报' })],
      events: [event({ themes: ['prevention'], actors: ['committee'], place: 'town' })],
    })
    const path = pointer.split('/').slice(1)
    const holder = path
      .slice(0, -1)
      .reduce<object>((at, key) => Reflect.get(at, key) as object, whole)
    Reflect.set(holder, path.at(-1)!, value)
    const checked = await loadDocument(await write('near.json', whole))
    if (!checked.ok) throw new Error(checked.failure)
    const fault = checked.value.faults.find((one) => one.pointer === pointer)
    expect([fault?.pointer, fault?.broken.proposals ?? []]).toEqual([pointer, proposals])
  })

  it('prints every fault with its place, in the order of the file, and ends with 1', async () => {
    const events = [
      event({ date: '2020-02-30', kind: 'point', citations: [citation({ exact: '91个党支部' })] }),
      event({ themes: ['nix'] }),
    ]
    const path = await write('faulty.json', document({ events }))
    const text = await write('news.txt', sourceText)
    const { code, stdout } = await jishi('check', path, '--source', text)
    expect(code).toBe(1)
    const faults = stdout.split('\n').filter((line) => /:\d+:\d+:/.test(line))
    expect(
      faults.map((line) => line.slice(path.length).split(': ').slice(0, 2).join(': ')),
    ).toEqual([
      expect.stringMatching(/^:\d+:15: \/events\/0\/date \(branches-formed\) invalid-date$/),
      expect.stringMatching(
        /^:\d+:20: \/events\/0\/citations\/0\/exact \(branches-formed\) digits-differ$/,
      ),
      expect.stringMatching(/^:\d+:13: \/events\/1\/id \(branches-formed\) duplicate-id$/),
      expect.stringMatching(/^:\d+:9: \/events\/1\/themes\/0 \(branches-formed\) unknown-theme$/),
    ])
    expect(stdout).toContain(`${path}: 4 faults\n`)
  })

  it('prints the same as JSON', async () => {
    const path = await write('report.json', document({ events: [event({ themes: ['nix'] })] }))
    const { code, stdout } = await jishi('check', path, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      file: path,
      ok: false,
      ending: 'refused',
      faults: [
        {
          pointer: '/events/0/themes/0',
          reason: 'unknown-theme',
          rule: 'unknown-theme',
          id: 'branches-formed',
          message: 'names no theme of this document',
          hint: 'if it is missing, add it to the themes of the document',
          line: expect.any(Number),
          column: 9,
        },
      ],
      holds: { events: 1, themes: 2, actors: 4, sources: 1, citations: 1 },
      warnings: [],
      size: { max: 5_242_880, estimated: true, used: expect.any(Number), more: expect.any(Number) },
      citations: null,
      texts: [],
    })
  })

  it('warns of numbers that no passage has, which --strict refuses [fault 9.10]', async () => {
    const path = await write('warned.json', document({ events: [event({ title: '91个党支部' })] }))
    const { code, stdout } = await jishi('check', path)
    expect(code).toBe(0)
    expect(stdout).toContain(
      '/events/0/title (branches-formed) uncited-digits: 91 stands in no passage that this event cites; they have 2, 19',
    )
    expect(stdout).toContain(`${path}: no fault, 1 warning\n`)
    expect((await jishi('check', path, '--strict')).code).toBe(1)
    const { stdout: chinese } = await jishi('check', path, '--lang', 'zh-Hans')
    expect(chinese).toContain('91 不在本事件引用的任何原文中；其中的数字有2、19')
    expect(chinese).toContain('没有错误，1处提醒')
  })

  it('tells the size and the room left, and cuts long lists [fault 9.2]', async () => {
    const summary = '小镇复工。'.repeat(400)
    const many = (count: number, title: string) =>
      document({
        events: Array.from({ length: count }, (_, index) =>
          event({ id: `e${index}`, title, summary }),
        ),
      })
    const half = await write('half.json', many(40, '开工'))
    expect((await jishi('check', half)).stdout).toMatch(
      /: 2\d\d of 5120 kB; about 7\d\d more like these\n/,
    )
    const large = await write('large.json', many(900, '91个'))
    const { stdout } = await jishi('check', large)
    expect(stdout).toMatch(/: 5\d\d\d kB: more than 5120 kB, so that npx jishi publish uploads/)
    expect(stdout).toContain(`${large}: uncited-digits: 897 more: --json lists all`)
    expect(stdout.split('\n').length).toBeLessThan(10)
  })

  it('uses colours only where they are wanted', async () => {
    const path = await write('plain.json', document())
    expect((await jishi('check', path)).stdout).not.toContain('\u001b')
  })

  it.each([
    ['no path', []],
    ['a path that is not there', ['nowhere']],
    ['an option that is not there', ['.', '--nix']],
    ['a source file that is not there', ['{document}', '--source', 'nowhere.txt']],
    ['a source that is not in the document', ['{document}', '--source', 'nix={document}']],
  ])('ends with 2 for %s', async (_, argv) => {
    const path = await write('used.json', document())
    const { code, stdout, stderr } = await jishi(
      'check',
      ...argv.map((word) => word.replace('{document}', path)),
    )
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: /)
  })
})

describe('reading a document', () => {
  const read = async (content: string | Uint8Array) => {
    const path = join(folder, 'read.json')
    await writeFile(path, content)
    const checked = await loadDocument(path)
    return checked.ok ? checked.value.faults : checked.failure
  }

  it('places a fault of JSON in its line [fault 6.5]', async () => {
    expect(await read('{\n  "id": "a",\n  "id": "b"\n}')).toMatchObject([
      { reason: 'duplicate-key', pointer: '/id', line: 3, column: 3 },
    ])
    expect(await read('{\n  "id":')).toMatchObject([
      { reason: 'malformed-json', pointer: '', line: 2, column: 8 },
    ])
  })

  it('refuses bytes that are not UTF-8', async () => {
    expect(await read(Uint8Array.from([0x22, 0xff, 0x22]))).toMatchObject([
      { reason: 'invalid-utf-8' },
    ])
  })

  it('takes the SHA-256 of a source with LF line ends', async () => {
    const sha256 = createHash('sha256').update(sourceText).digest('hex')
    const path = await write('hashed.json', document({ sources: [source({ sha256 })] }))
    const windows = await write('crlf.txt', `\ufeff${sourceText.replaceAll('\n', '\r\n')}`)
    const other = await write('other.txt', `${sourceText}。`)
    expect(await loadDocument(path, [{ path: windows }])).toMatchObject({
      ok: true,
      value: { faults: [] },
    })
    expect(await loadDocument(path, [{ path: other }])).toMatchObject({
      ok: true,
      value: { faults: [{ pointer: '/sources/0/sha256', reason: 'source-differs' }] },
    })
  })

  it('wants the name of a source where there are two', async () => {
    const path = await write('two.json', document({ sources: [source(), source({ id: 'other' })] }))
    const text = await write('news.txt', sourceText)
    expect(await loadDocument(path, [{ path: text }])).toMatchObject({
      ok: false,
      failure: `the document has 2 sources: name one, --source <id>=${text}`,
    })
    expect(await loadDocument(path, [{ id: 'town-news', path: text }])).toMatchObject({ ok: true })
  })

  it('reads a source as identifier and path, or as a path', () => {
    expect(parseSourceFile('news=a/b=c.txt')).toEqual({ id: 'news', path: 'a/b=c.txt' })
    expect(parseSourceFile('a/b=c.txt')).toEqual({ path: 'a/b=c.txt' })
    expect(parseSourceFile('=a.txt')).toEqual({ path: '=a.txt' })
  })
})

describe('the texts beside a document', () => {
  /** A document with its source as bytes, in a folder of its own. */
  async function beside(name: string, text: Uint8Array | string, changed = document()) {
    const place = await mkdtemp(join(folder, 'timeline-'))
    await mkdir(join(place, 'sources'))
    await writeFile(join(place, 'timeline.json'), JSON.stringify(changed))
    await writeFile(join(place, 'sources', name), text)
    return place
  }
  const gb18030 = Uint8Array.from(
    '\xd5\xf2\xb1\xa8\r\n2\xd4\xc2\xc9\xcf\xd1\xae,19\xb8\xf6\xb5\xb3\xd6\xa7\xb2\xbf\xb3\xc9\xc1\xa2',
    (character) => character.charCodeAt(0),
  )
  const one = document({ events: [event()] })

  it('are found by themselves, and a falsified quotation with them [fault 9.3]', async () => {
    const place = await beside('town-news.txt', sourceText.replace('19个', '91个'))
    const { code, stdout } = await jishi('check', place)
    expect(code).toBe(1)
    expect(stdout).toContain('/events/0/citations/0/exact (branches-formed) digits-differ')
    expect((await jishi('publish', place, '--yes')).stderr).toContain('digits-differ')
  })

  it('are read in the encodings that people save, with the SHA-256 of UTF-8 and LF [fault 9.3]', async () => {
    const text = '镇报\n2月上旬,19个党支部成立'
    const sha256 = createHash('sha256').update(text).digest('hex')
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    for (const [bytes, encoding] of [
      [text, 'UTF-8'],
      [`\ufeff${text.replace('\n', '\r\n')}`, 'UTF-8'],
      [gb18030, 'GB18030'],
      [utf16, 'UTF-16LE'],
      [Buffer.from(utf16).swap16(), 'UTF-16BE'],
    ] as const) {
      const place = await beside('town-news.txt', bytes, { ...one, sources: [source({ sha256 })] })
      const { code, stdout } = await jishi('check', place)
      expect({ code, encoding, stdout }).toMatchObject({ code: 0 })
      expect(stdout).toContain('1 of 1 quotation found')
      expect(stdout.includes(`was read as ${encoding}`)).toBe(encoding !== 'UTF-8')
    }
  })

  it('that are no text, or of no source, are told [fault 9.3]', async () => {
    const binary = await beside('town-news.txt', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xff]))
    const { code, stderr } = await jishi('check', binary)
    expect(code).toBe(2)
    expect(stderr).toContain('is not a text in UTF-8')
    const strange = await beside('town-mews.txt', sourceText)
    expect((await jishi('check', strange)).stdout).toContain(
      'town-mews.txt is not the text of a source',
    )
  })
})

describe('fusha-2020', () => {
  const article = fileURLToPath(new URL('../../../shared/seed/article.txt', import.meta.url))
  const data = join(root, 'data/fusha-2020')

  it('has no fault', async () => {
    const checked = await loadDocument(data)
    expect(checked).toMatchObject({ ok: true, value: { faults: [] } })
  })

  it('cites its source to the letter', async ({ skip }) => {
    if (!existsSync(article)) skip('left out: the text of the article is not part of the project')
    const checked = await loadDocument(data, [{ path: article }])
    if (!checked.ok) throw new Error(checked.failure)
    const { faults, citations } = checked.value
    expect(faults).toEqual([])
    expect(citations?.found).toMatchObject({ exact: 0, folded: 0, context: 0 })
    expect(citations?.found.offset).toBeGreaterThan(90)
  })
})
