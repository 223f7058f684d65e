// Which files are read in parts.
import { stat } from 'node:fs/promises'
import { maxBodyBytes } from '../../../http/request/body.ts'

/** True of a file that is larger than what a request may hold: it is never read whole. */
export const isReadInParts = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size > maxBodyBytes,
    () => false,
  )
