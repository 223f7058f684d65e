#!/usr/bin/env node
// `npx jishi`: the command line.
import { run } from './program.ts'

await run(process.argv.slice(2))
