// Runs the official clients of the Model Context Protocol against the service on loopback. A step of
// `.ci/run`, after `npm ci` in the folder of the clients.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { startRealService } from '../support/real-service.ts'

const { origin, service, close } = await startRealService()
await service.publish(fusha as unknown as TimelineDocument)
const cwd = join(import.meta.dirname, 'client')
const { stdout } = await promisify(execFile)(process.execPath, ['program.mjs', origin], { cwd })
console.log(stdout)
await close()
