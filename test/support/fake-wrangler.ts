// Stands in for wrangler's script: the fake service with the arguments of `wrangler dev`, and a child
// of its own in place of workerd. FAKE_WRANGLER chooses how it misbehaves.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepCompiled } from '../../src/cli/dev/compiled.ts'
import type { FakeEdition } from './fake-service.ts'

keepCompiled()
const { startFakeService, problem } = await import('./fake-service.ts')

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    'inspector-port': { type: 'string' },
    var: { type: 'string', multiple: true, default: [] },
    'env-file': { type: 'string', multiple: true, default: [] },
    'persist-to': { type: 'string', default: '' },
    'log-level': { type: 'string' },
    'show-interactive-dev-session': { type: 'string' },
  },
})
const port = Number(values.port)
const mode = process.env['FAKE_WRANGLER'] ?? ''
const runtime = spawn('sleep', ['1000'])
console.log(`runtime ${runtime.pid} wrangler ${process.pid} vars ${values.var.join(' ')}`)
console.log(`environment has PUBLISH_TOKEN: ${'PUBLISH_TOKEN' in process.env}`)
process.on('SIGTERM', () => {
  if (mode === 'deaf') return
  runtime.kill()
  process.exit(0)
})

const kept = join(values['persist-to'], 'editions.json')
const secrets = readFileSync(values['env-file'].at(-1) ?? '', 'utf8')
const [, hash = ''] = /"sha256":"([0-9a-f]{64})"/.exec(secrets) ?? []

if (mode === 'dies') process.exit(3)
else if (mode === 'errs') {
  // As wrangler prints what the Worker writes with console.error.
  if (/^(?:error|warn|info|log|debug)$/.test(values['log-level'] ?? ''))
    console.error('{"level":"error","message":"a bug"}')
  process.exit(3)
} else if (mode === 'stuck')
  createServer((_, response) => response.writeHead(500).end()).listen(port)
else {
  const editions = new Map<string, FakeEdition>(
    existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as [string, FakeEdition][]) : [],
  )
  const service = await startFakeService({
    port,
    editions,
    refuse: (request, response) => {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
      const known = createHash('sha256').update(token).digest('hex') === hash
      return request.method === 'PUT' && !known && problem(response, 401, { title: 'Unauthorized' })
    },
    onPublished: () => {
      mkdirSync(values['persist-to'], { recursive: true })
      writeFileSync(kept, JSON.stringify([...editions]))
    },
  })
  // As when the process in front of the runtime has died.
  process.once('SIGUSR2', () => void service.close())
}
