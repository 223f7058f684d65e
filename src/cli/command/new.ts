// `jishi new`: makes the folder of a timeline, with a document that is valid and has no events yet.
import type { Command } from 'commander'
import { join } from 'node:path'
import { checkDocument } from '../../domain/check/rules.ts'
import type { Fault } from '../../domain/check/fault.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import type { NewField } from '../../messages/tables/authoring.ts'
import { authoringMessages } from '../../messages/report.ts'
import { beginningOf, makeFolder, slugOf } from '../document/begin.ts'
import { isPresent } from '../document/presence.ts'
import { faultText } from '../document/report.ts'
import { withLanguage, type LanguageFlag } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'

interface NewFlags extends LanguageFlag, Partial<Record<NewField, string>> {
  readonly in: string
  readonly json?: boolean
}

const options: Readonly<Record<NewField, string>> = {
  title: '--title <words>',
  language: '--language <tag>',
  timeZone: '--time-zone <name>',
  domain: '--domain <name>',
}
const fields = Object.keys(options) as NewField[]

const examples = `
Examples:
  jishi new our-town --title "Our town" --language en --time-zone Europe/London --domain town.example
  jishi new our-town …  --in timelines        makes timelines/our-town instead of data/our-town

Nothing that is there is changed.
Exit codes: 0 made, 1 taken, incomplete or with faults, 2 wrong use or a folder that cannot be written.`

export function addNewCommand(program: Command): void {
  const command = withLanguage(program.command('new'))
    .description('make the folder of a timeline, with a valid document to begin from')
    .argument('<id>', 'the id of the timeline, for ever part of its addresses: a-z, 0-9 and -')
  for (const field of fields) command.option(options[field], authoringMessages.en.begin.asks[field])
  command
    .option('--in <folder>', 'the folder that holds timelines', 'data')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples)
    .action(reporting(makeTimeline))
}

async function makeTimeline(id: string, flags: NewFlags): Promise<CommandResult> {
  const words = authoringMessages[flags.lang].begin
  if (!isIdentifier(id)) return endedWith('usage', words.notAnId(id, slugOf(id)))
  const folder = join(flags.in, id)
  if (await isPresent(folder)) return endedWith('refused', words.taken(folder))
  const { title, language, timeZone, domain } = flags
  if (
    title === undefined ||
    language === undefined ||
    timeZone === undefined ||
    domain === undefined
  )
    return missing(flags)
  const day = new Date().toISOString().slice(0, 10)
  const content = beginningOf({ id, title, language, timeZone, domain }, day)
  const checked = checkDocument(content)
  if (!checked.ok) return faulty(checked.failure, flags)
  const text = `${JSON.stringify(content, null, 2)}\n`
  const made = await makeFolder(folder, new Map([['timeline.json', text]])).catch(unwritable)
  if (typeof made === 'string') return endedWith('usage', words.unwritable(folder, made))
  if (!made.ok) return endedWith('refused', words.taken(folder))
  const file = join(folder, 'timeline.json')
  return done(nextSteps(folder, flags), { timeline: id, folder, file })
}

const unwritable = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** What nobody has said yet, each with its option. */
function missing(flags: NewFlags): CommandResult {
  const { missing: title, asks } = authoringMessages[flags.lang].begin
  const open = fields.filter((field) => flags[field] === undefined)
  const lines = open.map((field) => `  ${options[field].padEnd(20)}${asks[field]}`)
  return {
    ending: 'refused',
    text: [title, ...lines].join('\n'),
    json: { title, missing: open.map((field) => ({ option: options[field], asks: asks[field] })) },
  }
}

const pointers = new Map<string, NewField>([
  ['/title', 'title'],
  ['/language', 'language'],
  ['/timeZone', 'timeZone'],
  ['/authority/domain', 'domain'],
])

/** A fault of the document, at the option that gave the value. */
function faulty(faults: readonly Fault[], { lang }: NewFlags): CommandResult {
  const lines = faults.map((fault) => {
    const field = pointers.get(fault.pointer)
    const option = field === undefined ? '' : (options[field].split(' ')[0] ?? '')
    return `${option}${faultText({ ...fault, pointer: '' }, lang)}`
  })
  const json = { title: lines.join('\n'), faults }
  return { ending: 'refused', text: lines.join('\n'), json }
}

function nextSteps(folder: string, { lang }: NewFlags): string {
  const { made, next, steps } = authoringMessages[lang].begin
  const commands = [
    [`jishi preview ${folder}`, steps.preview],
    [`jishi check ${folder}`, steps.check],
    [`jishi publish ${folder}`, steps.publish],
  ] as const
  const width = Math.max(...commands.map(([command]) => command.length)) + 3
  return [
    made(join(folder, 'timeline.json'), join(folder, 'sources')),
    next,
    ...commands.map(([command, what]) => `  npx ${command.padEnd(width)}${what}`),
  ].join('\n')
}
