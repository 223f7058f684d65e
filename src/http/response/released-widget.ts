// The widget as it is served: the addresses of its files, and the one that snippets name.
import type { Exchange } from '../request/exchange.ts'

/** Where the build lists the released widget (src/assets/build.ts). */
const manifestPath = '/widget/manifest.json'

export interface Widget {
  /** Absolute address of the released file, which never changes. */
  readonly url: string
  /** Integrity of that very file (W3C Subresource Integrity). */
  readonly integrity: string
}

let known: Promise<Widget> | undefined

/** The newest release, read once an isolate from the static assets. */
export function currentWidget({ service }: Exchange): Promise<Widget> {
  known ??= read(service.publicUrl, service.assets)
  known.catch(() => {
    known = undefined
  })
  return known
}

async function read(
  publicUrl: string,
  assets: (request: Request) => Promise<Response>,
): Promise<Widget> {
  const manifest = await assets(new Request(`${publicUrl}${manifestPath}`))
  if (!manifest.ok) throw new Error(`${manifestPath} is missing: run npm run build`)
  const { path, integrity } = await manifest.json<{ path: string; integrity: string }>()
  return { url: `${publicUrl}${path}`, integrity }
}
