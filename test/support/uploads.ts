// Documents as lines, and uploads that break off.
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { Gate } from './real-service.ts'

/** Not as JSON.stringify prints it: what is pulled is what was written. */
export const linesOf = ({ events, ...rest }: TimelineDocument): string =>
  [rest, ...events].map((one) => `${JSON.stringify(one).replace('":', '": ')}\n`).join('')

/** Ends the connection at the nth upload. */
export const breaking = (nth: number): Gate => {
  let left = nth
  return ({ method, url = '' }, response) => {
    if (method !== 'PUT' || !url.includes('/parts') || --left !== 0) return false
    response.destroy()
    return true
  }
}
