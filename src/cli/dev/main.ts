// `npm start`, for this clone.
import { join } from 'node:path'
import { keepCompiled } from './compiled.ts'

keepCompiled()
const { start } = await import('./start.ts')
const root = join(import.meta.dirname, '../../..')
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
await start({ root, wrangler, deadline: 60_000 }, process.argv.slice(2))
