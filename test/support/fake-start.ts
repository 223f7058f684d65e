// Runs the start of `npm start` in the folder that CLONE names, with the fake wrangler, for which
// it waits at most DEADLINE milliseconds.
import { join } from 'node:path'
import { keepCompiled } from '../../src/cli/dev/compiled.ts'

keepCompiled()
const { start } = await import('../../src/cli/dev/start.ts')
const wrangler = join(import.meta.dirname, 'fake-wrangler.ts')
const root = process.env['CLONE'] ?? ''
const deadline = Number(process.env['DEADLINE'])
await start({ root, wrangler, deadline }, process.argv.slice(2))
