// Runs the typed client against the service on loopback, and Redocly's recommended rules on the
// contract. A step of `.ci/run`, after `npm ci` in the client's folder.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import { describeService } from '../../src/assets/contract/service.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { routes } from '../../src/http/routes/table.ts'
import { startRealService } from '../support/real-service.ts'
import { clientFolder } from './client-contract.ts'

const run = promisify(execFile)
const tool = (name: string): string => join(clientFolder, 'node_modules/.bin', name)

/** What a command wrote, also when it fails. */
async function told(title: string, command: string, args: readonly string[]): Promise<void> {
  try {
    const { stdout } = await run(command, args, { cwd: clientFolder })
    console.log(`${title}: passed\n${stdout}`)
  } catch (error) {
    console.error(`${title}: FAILED`, error)
    process.exitCode = 1
  }
}

const folder = mkdtempSync(join(tmpdir(), 'jishi-contract-'))
const contract = join(folder, 'openapi.json')
writeFileSync(contract, JSON.stringify(describeService(routes)))
await told('Redocly, recommended rules', tool('redocly'), [
  'lint',
  '--extends=recommended',
  '--max-problems=1000',
  contract,
])
rmSync(folder, { recursive: true })

await told('types of the client', tool('tsc'), ['--project', '.'])

const { origin, service, close } = await startRealService()
await service.publish(fusha as unknown as TimelineDocument)
await told('the client', process.execPath, ['program.ts', origin, 'editor-token'])
await close()
