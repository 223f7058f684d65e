// Writes a packed edition into the local KV of the service as `npm start` runs it (../local.ts).
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { wrap } from '../../../src/edition/envelope.ts'
import type { PackedEdition } from '../../../src/edition/packed/packed-edition.ts'
import { headKey, partKey } from '../../../src/store/keys.ts'
import { diskReader, partsIn } from '../../bench/segments/disk.ts'
import { compatibilityDate } from '../../bench/workerd/serve.ts'
import { stateIn } from '../local.ts'
import type { PackedFolder } from './pack.ts'

/** The parts of a folder, in local KV. */
export async function writeParts({ path, asked }: PackedFolder): Promise<void> {
  const timeline = asked[0]?.edition.timeline.id ?? ''
  await inLocalStore(path, async (kv) => {
    const readPart = diskReader(path)
    for (const name of partsIn(path))
      await kv.put(partKey(timeline, name), readPart(name) ?? new Uint8Array())
  })
}

/** Readers see this edition from now on. */
export async function writeHead(path: string, edition: PackedEdition): Promise<void> {
  const key = headKey(edition.timeline.id)
  await inLocalStore(path, async (kv) => kv.put(key, await wrap(key, edition)))
}

interface Written {
  put(key: string, value: string | Uint8Array<ArrayBuffer>): Promise<void>
}

async function inLocalStore(path: string, use: (kv: Written) => Promise<void>): Promise<void> {
  // The same store by its name, without the objects, which only the Worker has.
  const configPath = join(path, 'wrangler.toml')
  writeFileSync(
    configPath,
    `name = "jishi"\ncompatibility_date = "${compatibilityDate()}"\n[[kv_namespaces]]\nbinding = "TIMELINES"\n`,
  )
  const { env, dispose } = await getPlatformProxy<{ TIMELINES: Written }>({
    configPath,
    persist: { path: join(stateIn(path), 'v3') },
    remoteBindings: false,
  })
  try {
    await use(env.TIMELINES)
  } finally {
    await dispose()
  }
}
