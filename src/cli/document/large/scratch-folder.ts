// A folder for what is too large for memory: it is removed in the end, also where somebody interrupts the
// command, and a full disk is told in words.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { endedWith, type CommandResult } from '../../outcome.ts'
import { say } from '../../terminal/speech.ts'
import { reasonOf } from '../../terminal/system-error.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** @example await inScratchFolder(join(tmpdir(), 'jishi-'), (folder) => …) */
export async function inScratchFolder<Value>(
  prefix: string,
  run: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(prefix)
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const interrupted = (signal: NodeJS.Signals): void => {
    remove()
    // Not listened to any more, it ends the process.
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.once(signal, interrupted)
  try {
    return await run(folder)
  } finally {
    for (const signal of signals) process.off(signal, interrupted)
    remove()
  }
}

/** The same for a command that reads a file: what the system refuses is told. */
export async function withScratch(
  file: string,
  prefix: string,
  run: (folder: string) => Promise<CommandResult>,
): Promise<CommandResult> {
  try {
    return await inScratchFolder(prefix, run)
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    const { files } = say()
    return endedWith(
      'usage',
      'path' in error && error.path === file
        ? files.unreadable(file, reasonOf(error))
        : files.unwritable(`${prefix}…`, reasonOf(error)),
    )
  }
}
