// Every run tries its properties with the same random values, so that a commit either passes or fails,
// wherever it runs. `SEED=random npm test` (or a number) tries others: that is how new faults are found.
import { configureGlobal } from 'fast-check'

const seed = globalThis.process?.env['SEED'] ?? '20200126'

if (seed !== 'random') configureGlobal({ seed: Number(seed) })
