// What a test has for itself: made before it, or within it, and gone when it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { startRealService, type RealService } from './real-service.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'jishi-test-'))
const deletes = (folder: string) => () => rmSync(folder, { recursive: true, force: true })

export function ownFolder(): string {
  const folder = newFolder()
  onTestFinished(deletes(folder))
  return folder
}

/** The same for all tests of a file. */
export function folderOfFile(): string {
  const folder = newFolder()
  afterAll(deletes(folder))
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
