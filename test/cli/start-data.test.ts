// What a start publishes of `data/`: every document that `jishi publish` publishes, whatever its form and
// size.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { seed } from '../../src/cli/dev/seed.ts'
import { connect } from '../../src/cli/service/connection.ts'
import { seedLines } from '../../src/cli/dev/welcome.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { document, event } from '../support/document.ts'
import { jishi } from '../support/jishi.ts'
import { ownFolder, ownService } from '../support/own.ts'
import { readPatiently } from '../support/patient-reads.ts'
import type { RealService } from '../support/real-service.ts'
import { linesOf } from '../support/uploads.ts'

readPatiently()

let root = ''
let real: RealService

beforeEach(async () => {
  root = ownFolder()
  real = await ownService()
})

function write(folder: string, name: string, text: string): void {
  mkdirSync(join(root, 'data', folder), { recursive: true })
  writeFileSync(join(root, 'data', folder, name), text)
}

/** What a start says of each timeline. */
async function started(): Promise<string[]> {
  const flags = { to: real.origin, wait: 0 }
  const connection = connect(flags, { env: { PUBLISH_TOKEN: 'editor-token' } })
  if (!connection.ok) throw new Error(connection.failure.text)
  const lines: string[] = []
  for await (const seeded of seed(connection.value, root))
    lines.push(...seedLines(seeded, connection.value))
  return lines.map((line) => line.replaceAll(relative('', root), '…'))
}

/** In many languages: large, and yet quick to pack. */
const words = Object.fromEntries(
  ['zh-Hans', 'en', 'de', 'fr', 'it', 'es', 'pt', 'nl', 'sv', 'da', 'fi', 'pl', 'cs', 'sk'].map(
    (language) => [language, 'word '.repeat(900)],
  ),
)
const large = (title: string): TimelineDocument =>
  document({
    id: 'large',
    title,
    events: Array.from({ length: 43 }, (_, index) =>
      event({ id: `e-${index}`, summary: words, note: words }),
    ),
  })

test('publishes timeline.ndjson, and nothing on a second start', async () => {
  write('town-2020', 'timeline.ndjson', linesOf(document()))
  expect(await started()).toEqual(['✓ town-2020  edition 1, published'])
  expect(await started()).toEqual(['✓ town-2020  edition 1, unchanged'])
  // As `jishi publish` does.
  write('town-2020', 'timeline.json', JSON.stringify(document({ credit: 'of the JSON' })))
  expect(await started()).toEqual(['✓ town-2020  edition 2, published'])
})

test('publishes what is above 5 MB, and the next edition over one of a start alone', async () => {
  write('large', 'timeline.json', JSON.stringify(large('one')))
  write('town', 'timeline.json', JSON.stringify(document({ id: 'town' })))
  expect(await started()).toEqual(['✓ large  edition 1, published', '✓ town  edition 1, published'])
  expect((await started())[0]).toBe('✓ large  edition 1, unchanged')
  write('large', 'timeline.json', JSON.stringify(large('two')))
  expect((await started())[0]).toBe('✓ large  edition 2, published')
  await jishi(['rollback', 'large', '1', '--to', real.origin, '--yes'])
  expect((await started()).slice(0, 3)).toEqual([
    '! large  not published: …/data/large/timeline.json',
    expect.stringMatching(/^ {2}edition 3 \(by .+\) stands; npm start did not make it/),
    expect.stringMatching(/^ {2}Publish +npx jishi publish …\/data\/large --to http/),
  ])
})

test('says what is wrong with one, in the words of the check, and goes on', async () => {
  const faulty = document({ events: [event({ themes: ['nothing'] })] })
  write('lines', 'timeline.ndjson', linesOf(faulty))
  write('none', 'timeline.json', 'date,title\n2020-01-01,one\n')
  write('town', 'timeline.json', JSON.stringify(document({ id: 'town' })))
  const said = await started()
  expect(said[0]).toBe('✗ lines  not published: …/data/lines/timeline.ndjson')
  expect(said[1]).toMatch(
    /^ {2}…\/data\/lines\/timeline.ndjson:2:\d+: \/events\/0\/themes\/0 \(\S+\) /,
  )
  expect(said).toContain('✗ none  not published: …/data/none/timeline.json')
  expect(said.at(-1)).toBe('✓ town  edition 1, published')
})
