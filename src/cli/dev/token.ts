// The publish token of the local service: PUBLISH_TOKEN, else one that is made once and kept in a
// file that git ignores. The Worker gets only its SHA-256, by a file: process lists show arguments.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBearerToken } from '../../http/token.ts'
import { sha256 } from '../../edition/digest.ts'
import { writePrivately } from './running.ts'

export interface LocalToken {
  readonly token: string
  /** The file that holds it; null if it comes from the environment. */
  readonly file: string | null
  /** Whether it was made just now. */
  readonly made: boolean
}

/** Takes the given token, else reads or makes one; `folder` is `.jishi`, which git ignores. */
export function localToken(folder: string, given: string | undefined): LocalToken {
  if (given !== undefined) return { token: given, file: null, made: false }
  const file = join(folder, 'token')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (isBearerToken(kept)) return { token: kept, file, made: false }
  const token = newToken()
  writePrivately(file, `${token}\n`)
  return { token, file, made: true }
}

export const newToken = (): string => `jishi_${randomBytes(32).toString('base64url')}`

/** Writes the secrets of the local Worker as an env file; returns its path. */
export async function writeSecrets(folder: string, token: string, port: number): Promise<string> {
  const tokens = [{ name: 'local', sha256: await sha256(token), timelines: ['*'] }]
  const file = join(folder, `secrets-${port}.env`)
  writePrivately(file, `PUBLISH_TOKENS='${JSON.stringify(tokens)}'\n`)
  return file
}
