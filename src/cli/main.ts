#!/usr/bin/env node
// `npx jishi`: the command line.
import { keepCompiled } from './dev/compiled.ts'

keepCompiled()
const { run, endUnwritten } = await import('./program.ts')
for (const stream of [process.stdout, process.stderr]) stream.on('error', endUnwritten)
await run(process.argv.slice(2))
