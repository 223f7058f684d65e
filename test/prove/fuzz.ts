// `npm run fuzz` in a process of its own, which has all processors.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Result } from './proof.ts'

const root = join(import.meta.dirname, '../..')

export async function runFuzz(count: number): Promise<Result> {
  const script = join(root, 'test/fuzz/run.ts')
  const child = spawn(process.execPath, [script, String(count)], { cwd: root })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const statuses = output.match(/^\d{3} +\d+$/gm) ?? []
  const seen = statuses.map((line) => line.replace(/^(\d+) +(\d+)$/, '$2 of $1')).join(', ')
  return { count, violations: code === 0 ? [] : [output.slice(-2_000)], seen: `answers: ${seen}` }
}
