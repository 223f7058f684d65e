// `jishi token`: makes a token for publishing, prints it once, and the entry with its SHA-256 for
// the service. Calls no service; stores nothing except, on request, the file of entries.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { InvalidArgumentError, type Command } from 'commander'
import * as v from 'valibot'
import { instantToMilliseconds } from '../../domain/date/instant.ts'
import { parseJson } from '../../domain/document/json.ts'
import { ruleInWords } from '../../messages/languages.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { sha256 } from '../../edition/digest.ts'
import { newToken } from '../dev/token.ts'
import { replaceFile } from '../document/replace.ts'
import { withLanguage } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { shellWord } from '../terminal/command-line.ts'
import { progress } from '../terminal/console.ts'
import { commandWords, say, spokenLanguage } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'

interface TokenFlags {
  readonly timelines: readonly string[]
  readonly expires?: string
  readonly into?: string
  readonly json?: boolean
}

export function addTokenCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(program.command('token'))
    .description(help.token.about)
    .argument('<name>', args.name, tokenName)
    .option('--timelines <ids>', options.timelines, ids, ['*'])
    .option('--expires <date>', options.expires, instantOf)
    .option('--into <file>', options.into)
    .option('--json', options.jsonToken)
    .addHelpText('after', help.token.more)
    .action(reporting(makeToken))
}

async function makeToken(name: string, flags: TokenFlags): Promise<CommandResult> {
  const { timelines, expires, into } = flags
  const { token: words } = say()
  const token = newToken()
  const entry = {
    name,
    sha256: await sha256(token),
    timelines,
    ...(expires === undefined ? {} : { expires }),
  }
  if (into !== undefined) {
    const added = await addTo(into, entry)
    if (!added.ok) return endedWith('usage', added.failure)
  }
  if (flags.json !== true) {
    progress(words.shown)
    process.stdout.write(`${token}\n`)
    progress(
      into === undefined
        ? `${words.entry}\n${JSON.stringify(entry)}\n${words.set(setSecret)}`
        : words.isIn(into) + words.set(`${setSecret} < ${shellWord(into)}`),
    )
  }
  return done('', { token, entry })
}

const setSecret = 'npx wrangler secret put PUBLISH_TOKENS'

async function addTo(
  file: string,
  entry: { readonly name: string },
): Promise<Result<null, string>> {
  const { notEntries, nameTaken } = say().token
  try {
    const parsed = parseJson(existsSync(file) ? await readFile(file) : '[]')
    if (!parsed.ok)
      return failed(notEntries(file, ruleInWords(parsed.failure.broken, spokenLanguage()).detail))
    const entries = v.safeParse(
      v.array(v.looseObject({ name: v.string(), sha256: v.string() })),
      parsed.value,
    )
    if (!entries.success) return failed(notEntries(file, null))
    if (entries.output.some(({ name }) => name === entry.name))
      return failed(nameTaken(file, entry.name))
    await replaceFile(file, `${JSON.stringify([...entries.output, entry], null, 2)}\n`)
    return ok(null)
  } catch (error) {
    return failed(say().files.unwritable(file, reasonOf(error)))
  }
}

function tokenName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > 100) throw new InvalidArgumentError(say().invalid.length)
  return name
}

function ids(text: string): readonly string[] {
  const named = text.split(',')
  if (!named.every((id) => id === '*' || isIdentifier(id)))
    throw new InvalidArgumentError(say().invalid.ids)
  return named
}

/** A day means its end, in UTC. */
function instantOf(text: string): string {
  const time = instantToMilliseconds(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text)
  if (Number.isNaN(time)) throw new InvalidArgumentError(say().invalid.instant)
  if (time <= Date.now()) throw new InvalidArgumentError(say().invalid.passed)
  return new Date(time).toISOString()
}
