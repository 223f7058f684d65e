// `jishi token`: makes a token for publishing, prints it once, and the entry with its SHA-256 for
// the service. Calls no service; stores nothing except, on request, the file of entries.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { InvalidArgumentError, type Command } from 'commander'
import * as v from 'valibot'
import { instantToMilliseconds } from '../../domain/date/instant.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { sha256 } from '../../edition/digest.ts'
import { newToken } from '../dev/token.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { progress } from '../terminal.ts'

interface TokenFlags {
  readonly timelines: readonly string[]
  readonly expires?: string
  readonly into?: string
  readonly json?: boolean
}

const examples = `
Examples:
  jishi token anna                                           for every timeline, without an end
  jishi token ci --timelines fusha-2020 --expires 2027-06-30
  jishi token ci --into tokens.json                          adds the entry to a file of entries

The token itself goes where you publish from, as PUBLISH_TOKEN. The service gets a JSON array of all
entries, which hold only hashes:  npx wrangler secret put PUBLISH_TOKENS < tokens.json
To rotate: add a token of another name, such as ci-2, switch to it, then remove the first entry.
Exit codes: 0 made, 2 wrong use or a file that is not a list of entries.`

export function addTokenCommand(program: Command): void {
  program
    .command('token')
    .description('make a token for publishing; it is shown once and kept nowhere')
    .argument('<name>', 'who or what publishes with it; it stands in the edition log', tokenName)
    .option('--timelines <ids>', 'the timelines it may publish, with commas; otherwise all', ids, [
      '*',
    ])
    .option('--expires <date>', 'until when it is good: 2027-06-30, or an instant', instantOf)
    .option('--into <file>', 'add the entry to the JSON array in this file')
    .option('--json', 'print token and entry as JSON')
    .addHelpText('after', examples)
    .action(reporting(makeToken))
}

async function makeToken(name: string, flags: TokenFlags): Promise<CommandResult> {
  const { timelines, expires, into } = flags
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
    progress('The token, shown this once; keep it as PUBLISH_TOKEN where you publish from:')
    process.stdout.write(`${token}\n`)
    progress(
      into === undefined
        ? `Its entry for the JSON array in the secret PUBLISH_TOKENS:\n${JSON.stringify(entry)}\nSet the secret with: npx wrangler secret put PUBLISH_TOKENS`
        : `Its entry is in ${into}. Set the secret with: npx wrangler secret put PUBLISH_TOKENS < ${into}`,
    )
  }
  return done('', { token, entry })
}

async function addTo(
  file: string,
  entry: { readonly name: string },
): Promise<Result<null, string>> {
  try {
    const text = existsSync(file) ? await readFile(file, 'utf8') : '[]'
    const entries = v.parse(
      v.array(v.looseObject({ name: v.string(), sha256: v.string() })),
      JSON.parse(text),
    )
    if (entries.some(({ name }) => name === entry.name))
      return failed(
        `${file} has an entry named ${entry.name}: choose another name, such as ${entry.name}-2, so that the edition log tells them apart`,
      )
    await writeFile(file, `${JSON.stringify([...entries, entry], null, 2)}\n`)
    return ok(null)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return failed(`${file} is not a JSON array of entries that can be added to: ${why}`)
  }
}

function tokenName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > 100)
    throw new InvalidArgumentError('It must have 1 to 100 characters.')
  return name
}

function ids(text: string): readonly string[] {
  const named = text.split(',')
  if (!named.every((id) => id === '*' || isIdentifier(id)))
    throw new InvalidArgumentError('It must be ids of timelines, joined by commas.')
  return named
}

/** A day means its end, in UTC. */
function instantOf(text: string): string {
  const time = instantToMilliseconds(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text)
  if (Number.isNaN(time))
    throw new InvalidArgumentError(
      'It must be a day such as 2027-06-30, or an instant with an offset such as 2027-06-30T12:00:00Z.',
    )
  if (time <= Date.now())
    throw new InvalidArgumentError('It has passed: the token would be of no use.')
  return new Date(time).toISOString()
}
