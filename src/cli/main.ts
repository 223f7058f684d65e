#!/usr/bin/env node
// `npx jishi`: the command line.
import { keepCompiled } from './dev/compiled.ts'

// Whoever reads the output may have seen enough, as `head` has: no failure of the command.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

keepCompiled()
const { run } = await import('./program.ts')
await run(process.argv.slice(2))
