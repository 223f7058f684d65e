// A folder for what is too large for memory: it is removed in the end, also where somebody interrupts the
// command, and a full disk is told in words. What a process leaves that was killed is removed by the next.
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasEnded, recordIn, thisProcess } from '../../dev/running.ts'
import { endedWith, type CommandResult } from '../../outcome.ts'
import { say } from '../../terminal/speech.ts'
import { reasonOf } from '../../terminal/system-error.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** @example await inScratchFolder(join(tmpdir(), 'jishi-'), (folder) => …) */
export async function inScratchFolder<Value>(
  prefix: string,
  run: (folder: string) => Promise<Value>,
): Promise<Value> {
  await removeLeft(dirname(prefix))
  const folder = await mkdtemp(prefix)
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const interrupted = (signal: NodeJS.Signals): void => {
    remove()
    // Not listened to any more, it ends the process.
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.once(signal, interrupted)
  try {
    await writeFile(join(folder, owner), JSON.stringify(thisProcess(folder)))
    return await run(folder)
  } finally {
    for (const signal of signals) process.off(signal, interrupted)
    remove()
  }
}

/** Tells whose folder it is. */
const owner = 'process.json'

/** Removes the folders of processes that have ended. */
async function removeLeft(place: string): Promise<void> {
  const names = await readdir(place).catch(() => [])
  for (const name of names.filter((one) => /^\.?jishi-(?:publish|pull|repair)-/.test(one))) {
    const folder = join(place, name)
    const isLeft = hasEnded(recordIn(join(folder, owner)), folder)
    // One of another user stays.
    if (isLeft) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
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
