// What a test has for itself: made before it, or within it, and gone when it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startRealService, type RealService } from './real-service.ts'

export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function ownService(
  options?: Parameters<typeof startRealService>[0],
): Promise<RealService> {
  const service = await startRealService(options)
  onTestFinished(service.close)
  return service
}

/** A document as a file of its folder; its path. */
export function writeDocument(folder: string, content: object, name = 'town.json'): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content, null, 2))
  return path
}
