// How far something is that takes long: each tenth in one line.
import { progress } from './console.ts'
import { say } from './speech.ts'

export type TellDone = (done: number, all: number) => void

/** Of bytes, as they are told. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** Says a line at each tenth that is reached. */
export function tellTenths(line: (done: number, all: number) => string): TellDone {
  let last = 0
  return (done, all) => {
    const tenth = Math.floor((done / Math.max(1, all)) * 10)
    if (tenth > 0 && tenth !== last) progress(line(done, all))
    last = tenth
  }
}

/** Of the bytes of a file that is checked in parts. */
export const tellChecked = (): TellDone =>
  tellTenths((done, all) => say().large.checking(megabytes(done), megabytes(all)))

/** Of the parts of an edition that are read, where there are many. */
export function tellParts(): TellDone {
  const tell = tellTenths((done, all) => say().large.reading(Math.floor((done / all) * 10) * 10))
  return (done, all) => {
    if (all >= 100) tell(done, all)
  }
}
