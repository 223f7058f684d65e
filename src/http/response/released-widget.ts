// The served widget: the address and integrity of the file that embed snippets name.
import type { Exchange } from '../request/exchange.ts'
import type { Service } from '../service.ts'

/** Where the build lists the released widget (src/assets/build.ts). */
const manifestPath = '/widget/manifest.json'

export interface Widget {
  /** Absolute address of the released file, which never changes. */
  readonly url: string
  /** Integrity of that file (W3C Subresource Integrity). */
  readonly integrity: string
}

const known = new WeakMap<Service, Promise<Widget>>()

/** The newest release, read from the static assets once. */
export function currentWidget({ service }: Exchange): Promise<Widget> {
  const read = known.get(service) ?? readManifest(service)
  known.set(service, read)
  read.catch(() => known.delete(service))
  return read
}

async function readManifest({ publicUrl, assets }: Service): Promise<Widget> {
  const manifest = await assets(new Request(`${publicUrl}${manifestPath}`))
  if (!manifest.ok) throw new Error(`${manifestPath} is missing: run npm run build`)
  const { path, integrity } = (await manifest.json()) as { path: string; integrity: string }
  return { url: `${publicUrl}${path}`, integrity }
}
