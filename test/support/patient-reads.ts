// Reads of a store in memory that are as slow as the machine: where much is computed beside them, the
// timeout of a read would be a measure of time.
import { afterAll, beforeAll } from 'vitest'
import { readTimeout } from '../../src/store/key-value.ts'
import { patience } from './patience.ts'

/** For all tests of the file that calls it. */
export function readPatiently(): void {
  const usual = readTimeout.milliseconds
  beforeAll(() => {
    readTimeout.milliseconds = patience.wait
  })
  afterAll(() => {
    readTimeout.milliseconds = usual
  })
}
