#!/usr/bin/env node
// `npx jishi`: the command line.
import { run } from './program.ts'

// Whoever reads the output may have seen enough, as `head` has: no failure of the command.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

await run(process.argv.slice(2))
