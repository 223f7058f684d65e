// `npm run contract:types`: generates the types of the typed client from the contract, with the tools
// that the client's own package.json pins.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientContract, clientFolder, typesFile, typesHeading } from './client-contract.ts'

if (!existsSync(join(clientFolder, 'node_modules')))
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: clientFolder, stdio: 'inherit' })

const folder = mkdtempSync(join(tmpdir(), 'jishi-contract-'))
const [contract, types] = [join(folder, 'openapi.json'), join(folder, 'types.d.ts')]
writeFileSync(contract, JSON.stringify(clientContract()))
const tool = join(clientFolder, 'node_modules/.bin/openapi-typescript')
execFileSync(tool, [contract, '--output', types], { stdio: 'inherit' })
writeFileSync(typesFile, typesHeading() + readFileSync(types, 'utf8'))
rmSync(folder, { recursive: true })
