// `jishi preview`: serves a draft on this machine, with its faults, and reloads as it changes.
import { once } from 'node:events'
import { join } from 'node:path'
import type { Command } from 'commander'
import { freePort } from '../dev/port.ts'
import { checkLines, faultJson } from '../document/report.ts'
import { sourceFolder } from '../document/source-texts.ts'
import {
  wholeNumber,
  withLanguage,
  withSources,
  type LanguageFlag,
  type SourceFlags,
} from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import type { Previewed } from '../preview/draft.ts'
import { progress } from '../terminal/console.ts'
import { commandWords, say } from '../terminal/speech.ts'

interface PreviewFlags extends SourceFlags, LanguageFlag {
  readonly port: number
  readonly json?: boolean
}

export function addPreviewCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withSources(program.command('preview')))
    .description(help.preview.about)
    .argument('<path>', args.path)
    .option('--port <number>', options.previewPort, wholeNumber, 8788)
    .option('--json', options.jsonLines)
    .addHelpText('after', help.preview.more)
    .action(reporting(preview))
}

async function preview(path: string, flags: PreviewFlags): Promise<CommandResult> {
  if (flags.port > 65_535) return endedWith('usage', say().files.port(65_535))
  // The whole service: loaded for this command alone.
  const [{ openDraft }, { startPreview }] = await Promise.all([
    import('../preview/draft.ts'),
    import('../preview/server.ts'),
  ])
  const draft = await openDraft(path, flags.source)
  const state = draft.state()
  if (!state.ok) return endedWith('usage', state.failure)
  const port = flags.port === 0 ? 0 : await freePort(flags.port)
  if (port !== flags.port) progress(say().start.portTaken(flags.port, port))
  const server = await startPreview({
    draft,
    files: [state.value.file, ...flags.source.map((source) => source.path)],
    folders: [sourceFolder(state.value.file)],
    port,
    assets: join(import.meta.dirname, '../../../.assets'),
    onChange: () => tell(draft, server.origin, flags),
  })
  // Heard before anything is printed: a program may stop it at the first line.
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  tell(draft, server.origin, flags)
  await stopped
  await server.close()
  return done('', { url: server.origin })
}

/** Prints the result of the check, and the address of the preview. */
function tell(draft: Previewed, origin: string, { json, lang }: PreviewFlags): void {
  const state = draft.state()
  const document = state.ok ? state.value.document : null
  const url = document === null ? `${origin}/` : `${origin}/timelines/${document.id}`
  const faults = state.ok
    ? state.value.faults.map((fault) => faultJson(fault, lang))
    : [{ message: state.failure }]
  if (json === true) {
    process.stdout.write(`${JSON.stringify({ url, version: draft.version(), faults })}\n`)
    return
  }
  progress(state.ok ? checkLines(state.value, lang) : say().error(state.failure))
  process.stdout.write(`${url}\n`)
}
