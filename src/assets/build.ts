// Builds the static assets into `.assets/`: the contract, the JSON Schema of documents, the reference
// page in each language, and the released widget. Other files there are removed; unchanged files are
// not touched.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { uiLanguages } from '../domain/text/ui-language.ts'
import { builtOrigin } from '../http/routes/reference.ts'
import { routes } from '../http/routes/table.ts'
import type { Contract } from '../page/reference/contract.ts'
import { renderReferencePage } from '../page/reference/page.ts'
import { releasedAssets } from './released.ts'
import { describeService } from './contract/service.ts'
import { schemaText } from './document-schema.ts'

/** Builds `<root>/.assets`; the same sources and packages give the same files. */
export function buildAssets(root: string): void {
  const target = join(root, '.assets')
  const contract = describeService(routes)
  const assets = new Map([
    ['openapi.json', `${JSON.stringify(contract)}\n`],
    ['timeline.schema.json', schemaText()],
    ...referencePages(contract),
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

/** The reference page in every language, by its path; the service puts its address in. */
export function referencePages(contract: object): [string, string][] {
  return uiLanguages.map((ui) => [
    `reference/${ui}.txt`,
    renderReferencePage({
      publicUrl: builtOrigin,
      speech: { ui, content: ui, inAddress: true },
      // What the generator writes, as far as the page reads it.
      contract: contract as Contract,
    }),
  ])
}

/** Writes only changed files, since Wrangler watches the folder and would reload. */
function writeChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

if (import.meta.main) buildAssets(join(import.meta.dirname, '../..'))
