// The tests of one area over its mutants, in one process: `node test/mutation/run.ts` says which.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { areas } from './areas.ts'
import { mutated } from './mutants.ts'

const root = join(import.meta.dirname, '../..')
const area = areas.find(({ name }) => name === process.env['MUTATION_AREA'])
if (area === undefined) throw new Error('MUTATION_AREA names none')

const texts = new Map<string, string>()
let count = 0
for (const file of area.files) {
  const { text, mutants } = mutated(file, readFileSync(join(root, file), 'utf8'), count)
  texts.set(file, text)
  count += mutants.length
}

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      // Some helpers of the tests can also ask a service in workerd, which is not used here.
      resolveId: (id) => (id.startsWith('cloudflare:') ? `\0${id}` : undefined),
      load(id) {
        if (id.startsWith('\0cloudflare:'))
          return 'export const env = {}; export const exports = {}; export class DurableObject {}; export class WorkerEntrypoint {}'
        return texts.get(relative(root, id.split('?')[0] ?? ''))
      },
    },
  ],
  test: {
    include: [...area.tests],
    setupFiles: ['test/support/seed.ts'],
    runner: 'test/mutation/runner.ts',
    // Needs workerd.
    testNamePattern: /^(?!.*SQLite)/,
    // What was loaded in an ordinary run is not mutated.
    fsModuleCache: false,
    isolate: false,
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    watch: false,
    bail: process.env['MUTANT'] === undefined ? 0 : 1,
  },
})
