// Two editors who began with the same edition, at two terminals.
import { beforeEach, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, type event } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService, writeDocument } from '../support/own.ts'
import type { RealService } from '../support/real-service.ts'

let folder = ''
let real: RealService

beforeEach(async () => {
  folder = ownFolder()
  real = await ownService()
  await real.service.publish(document())
})

const [first, second] = document().events as [ReturnType<typeof event>, ReturnType<typeof event>]
const withFirst = (change: Partial<typeof first>) =>
  document({ events: [{ ...first, ...change }, second] })

const titled = (en: string) => withFirst({ title: { 'zh-Hans': '党支部成立', en } })
const redated = (date: string) => withFirst({ date })

interface Terminal {
  readonly argv?: readonly string[]
  readonly answers?: readonly string[]
}

function publish(content: TimelineDocument, { argv = ['--yes'], answers }: Terminal = {}) {
  const path = writeDocument(folder, content)
  return jishi(['publish', path, '--to', real.origin, '--wait', '5', ...argv], {}, answers)
}

const newest = async () => {
  const current = await real.service.fetch('/v1/timelines/town-2020')
  const { edition } = (await current.json()) as { edition: { number: number } }
  const kept = await real.service.fetch(`/v1/timelines/town-2020/editions/${edition.number}`)
  const { document } = (await kept.json()) as { document: TimelineDocument }
  return { number: edition.number, document }
}

const bothChanges = withFirst({
  date: '2020-02-02/2020-02-10',
  title: { 'zh-Hans': '党支部成立', en: 'Branches' },
})

test('disjoint edits of one edition are merged, shown and published', async () => {
  await real.service.publish(titled('Branches'), 1)
  const argv = ['--yes', '--onto', '1']
  const { code, stdout, stderr } = await publish(redated('2020-02-02/2020-02-10'), { argv })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(
    /Since edition 1: 1 event changed\n {2}~ Branches \(branches-formed\)\n.*Title: Party branches are formed → Branches\n/,
  )
  expect(stdout).toContain('town.json, merged with it: 1 event changed')
  expect(stdout).toContain('Date: 1–10 February 2020 → 2–10 February 2020')
  expect(stdout).toContain('Published as edition 3 of town-2020')
  expect(stdout).toContain('jishi pull town-2020 -o')
  expect(await newest()).toEqual({ number: 3, document: bothChanges })
})

test('an edition that is published while the other asks is merged, too', async () => {
  real.gate = async ({ method }) => {
    if (method !== 'PUT') return false
    real.gate = undefined
    await real.service.publish(titled('Branches'), 1)
    return false
  }
  const { code, stdout } = await publish(redated('2020-02-02/2020-02-10'), {
    argv: ['--yes', '--onto', '1'],
  })
  expect(code).toBe(0)
  expect(stdout).toContain('Published as edition 3 of town-2020')
  expect((await newest()).document).toEqual(bothChanges)
})

test('the same field is asked on a terminal, with nothing preselected', async () => {
  await real.service.publish(titled('Branches'), 1)
  const mine = withFirst({
    date: '2020-02-02/2020-02-10',
    title: { 'zh-Hans': '党支部成立', en: 'Cells' },
  })
  const unanswered = await publish(mine, { argv: ['--onto', '1'], answers: [''] })
  expect(unanswered.code).toBe(3)
  const { code, stdout, stderr } = await publish(mine, {
    argv: ['--onto', '1'],
    answers: ['x', 't', 'y'],
  })
  expect(stderr).toContain('To choose (1 of 1): Event Branches (branches-formed): Title')
  expect(stderr).toMatch(/was +Party branches are formed\n +mine +Cells\n +theirs +Branches\n/)
  expect({ code, said: stdout.includes('Published as edition 3') }).toEqual({ code: 0, said: true })
  expect((await newest()).document).toEqual(bothChanges)
})

test('the same field is listed where nobody can be asked, and nothing is written', async () => {
  await real.service.publish(titled('Branches'), 1)
  const { code, stderr } = await publish(titled('Cells'), { argv: ['--yes', '--onto', '1'] })
  expect(code).toBe(3)
  expect(stderr).toContain('conflict: not published: somebody published edition 2 (by editor')
  expect(stderr).toContain('To choose (1):')
  expect(stderr).toMatch(/mine +Cells\n +theirs +Branches\n/)
  expect(stderr).toContain(`town.json --onto 1 --to ${real.origin}   on a terminal`)
  const argv = ['--yes', '--json', '--onto', '1']
  const { stdout } = await publish(titled('Cells'), { argv })
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    ending: 'conflict',
    base: 1,
    current: { number: 2 },
    choices: [
      {
        key: '/events/branches-formed/title/en',
        base: { en: 'Party branches are formed' },
        mine: { en: 'Cells' },
        theirs: { en: 'Branches' },
        words: { mine: 'Cells', theirs: 'Branches' },
      },
    ],
  })
  expect((await newest()).number).toBe(2)
})

test('a deletion against a change is asked in words', async () => {
  await real.service.publish(titled('Branches'), 1)
  const mine = document({ events: [second] })
  const { code, stderr } = await publish(mine, { argv: ['--yes', '--onto', '1'] })
  expect(code).toBe(3)
  expect(stderr).toMatch(/mine +not there\n +theirs +there, with Title Branches\n/)
})

const withoutLiMing = () =>
  document({ actors: document().actors.filter(({ id }) => id !== 'li-ming') })

test('what one removed and the other uses is asked, with what follows it', async () => {
  await real.service.publish(withoutLiMing(), 1)
  const mine = withFirst({ actors: ['committee', 'li-ming'] })
  const argv = ['--onto', '1']
  const listed = await publish(mine, { argv: [...argv, '--yes'] })
  expect(listed.code).toBe(3)
  expect(listed.stderr).toMatch(
    /Actor .*\(li-ming\)\n.*\n +mine +there\n +theirs +not there\n +what uses it follows: Event .*\(branches-formed\): People, organizations and places\n/,
  )
  const { code, stdout } = await publish(mine, { argv, answers: ['mine', 'y'] })
  expect({ code, said: stdout.includes('Published as edition 3') }).toEqual({ code: 0, said: true })
  expect((await newest()).document).toEqual(mine)
})

test('what cannot be published together is told with its faults', async () => {
  await real.service.publish(withFirst({ place: 'town', measures: [] }), 1)
  const [theme] = document().themes as [TimelineDocument['themes'][number]]
  const added = (id: string) =>
    document({ themes: [...document().themes, { ...theme, id, label: 'Relief' }] })
  await real.service.publish(added('relief'), 2)
  const { code, stderr } = await publish(added('aid'), { argv: ['--yes', '--onto', '1'] })
  expect(code).toBe(3)
  expect(stderr).toContain('Merged with your document it has faults:\n  town.json: /themes/')
  expect((await newest()).number).toBe(3)
})

test('without the edition that both began with, all that differs is to be chosen', async () => {
  for (let number = 1; number <= 11; number++)
    await real.service.publish(titled(`Branches ${number}`), number)
  real.service.clock.now += 8 * 86_400_000
  await real.service.publish(titled('Branches'), 12)
  const { code, stderr } = await publish(redated('2020-02-02/2020-02-10'), {
    argv: ['--yes', '--onto', '1'],
  })
  expect(code).toBe(3)
  expect(stderr).toContain('Edition 1 is no longer kept')
  expect(stderr).toContain('To choose (2):')
  expect((await newest()).number).toBe(13)
})

test('an editor who has changed nothing publishes nothing', async () => {
  await real.service.publish(titled('Branches'), 1)
  const { code, stdout } = await publish(document(), { argv: ['--yes', '--onto', '1'] })
  expect(code).toBe(0)
  expect(stdout).toContain('Nothing to publish: merged with ')
})

test('the choices of one side can be settled at once, and all is said in Chinese, too', async () => {
  await real.service.publish(document({ ...titled('Branches'), credit: 'A' }), 1)
  const mine = document({ ...titled('Cells'), credit: 'B' })
  const { code, stdout, stderr } = await publish(mine, {
    argv: ['--onto', '1', '--lang', 'zh-Hans'],
    answers: ['M', 'y'],
  })
  expect(stderr).toContain('其间有人发布了第2版（editor，2026-10-01 08:30 UTC）')
  expect(stderr).toContain('请选择（第1处，共2处）：')
  expect(stderr).toMatch(/我的 +B\n +对方 +A\n/)
  expect(stderr).not.toContain('第2处')
  expect({ code, said: stdout.includes('（已与之合并）') }).toEqual({ code: 0, said: true })
  expect((await newest()).document).toEqual(mine)
})

test('where nothing says what a document began from, a person chooses all that differs', async () => {
  await real.service.publish(titled('Branches'), 1)
  const { code, stderr } = await publish(redated('2020-02-02/2020-02-10'), {
    argv: [],
    answers: ['mine', 'theirs', 'y'],
  })
  expect(code).toBe(0)
  expect(stderr).toContain('Nothing says which edition this document began from')
  expect((await newest()).document).toEqual(bothChanges)
})

test('what was chosen is not asked again, and what is edited next is merged with it', async () => {
  await real.service.publish(titled('Branches'), 1)
  await publish(titled('Cells'), { argv: ['--onto', '1'], answers: ['theirs', 'y'] })
  const again = await publish(titled('Cells'))
  expect(again.code).toBe(0)
  const { code } = await publish({ ...titled('Cells'), credit: 'B' })
  expect(code).toBe(0)
  expect((await newest()).document).toEqual({ ...titled('Branches'), credit: 'B' })
})
