// The clauses of RFC 9110, 9111, 9457, 8288 and others, on every route of the table that they concern.
import { beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/http/routes/table.ts'
import { subjectOf, type Subject } from './clauses/clause.ts'
import { clauses } from './clauses/table.ts'
import { document } from '../support/document.ts'
import { createMemoryService } from '../support/memory-service.ts'
import { publishPacked } from '../support/upload.ts'

let subjects: readonly Subject[]

beforeAll(async () => {
  const service = await createMemoryService()
  // Uploaded, so that there are parts to read.
  await publishPacked(service, document())
  subjects = routes.map((route) => subjectOf(service, route))
})

test('there are at least 80 clauses and 55 routes', () => {
  expect(clauses.length).toBeGreaterThanOrEqual(80)
  expect(routes.length).toBeGreaterThanOrEqual(55)
})

test.each(clauses.map((one) => [`${one.clause}: ${one.says}`, one] as const))(
  '%s',
  async (_, { of, holds }) => {
    const concerned = subjects.filter(({ route }) => of(route))
    expect(concerned).not.toEqual([])
    const broken: string[] = []
    for (const subject of concerned) {
      try {
        await holds(subject)
      } catch (error) {
        const [line = ''] = String(error).split('\n', 1)
        const { method, path } = subject.route
        broken.push(`${method} ${path}: ${line}${differenceOf(error)}`)
      }
    }
    expect(broken).toEqual([])
  },
)

/** The values of an assertion that failed. */
function differenceOf(error: unknown): string {
  const { actual, expected } = error as { actual?: unknown; expected?: unknown }
  return expected === undefined
    ? ''
    : ` (${JSON.stringify(actual)}, not ${JSON.stringify(expected)})`
}
