// Builds the static assets into `.assets/`: the contract, the JSON Schema of documents, the viewer
// of the API reference, which requests nothing from third parties, and the released widget. Other
// files there are removed; unchanged files are not touched.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { routes } from '../http/routes/table.ts'
import { releasedAssets } from './released.ts'
import { describeService } from './contract.ts'
import { schemaText } from './document-schema.ts'

/** Builds `<root>/.assets`; the same sources and packages give the same files. */
export function buildAssets(root: string): void {
  const target = join(root, '.assets')
  const assets = new Map([
    ['openapi.json', `${JSON.stringify(describeService(routes))}\n`],
    ['timeline.schema.json', schemaText()],
    ...docsViewer(root),
    ...releasedAssets(),
  ])
  const names = [...assets.keys()]
  mkdirSync(target, { recursive: true })
  for (const path of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    const wanted = names.some((name) => name === path || name.startsWith(`${path}/`))
    if (!wanted) rmSync(join(target, path), { recursive: true, force: true })
  }
  for (const [name, text] of assets) writeChanged(join(target, name), text)
}

/** Swagger UI without its top bar, which could load any address; paths are relative to `.assets`. */
function docsViewer(root: string): Map<string, string> {
  const packaged = (name: string): string =>
    withoutSourceMap(readFileSync(join(root, 'node_modules/swagger-ui-dist', name), 'utf8'))
  return new Map([
    ['docs-viewer/swagger-ui.css', packaged('swagger-ui.css')],
    ['docs-viewer/swagger-ui-bundle.js', packaged('swagger-ui-bundle.js')],
    ['docs-viewer/LICENSE.txt', packaged('LICENSE')],
    ['docs-viewer/swagger-ui-bundle.js.LICENSE.txt', packaged('swagger-ui-bundle.js.LICENSE.txt')],
    ['docs-viewer/start.js', own('start.js')],
    ['docs-viewer/index.html', own('index.html')],
  ])
}

const own = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'docs-viewer', name), 'utf8')

/** Source maps are not served, so tools should not request them. */
const withoutSourceMap = (text: string): string =>
  text.replace(/\n?(?:\/\/# sourceMappingURL=.*|\/\*# sourceMappingURL=.*?\*\/)\s*$/, '\n')

/** Writes only changed files, since Wrangler watches the folder and would reload. */
function writeChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

if (import.meta.main) buildAssets(join(import.meta.dirname, '../..'))
