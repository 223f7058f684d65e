import { expect, test } from 'vitest'
import { describeService } from '../../src/assets/contract.ts'
import { routes } from '../../src/http/routes/table.ts'
import { ownProperties } from '../../src/assets/widget.ts'

test('no property that the build shortens is one of the answers that the widget reads', () => {
  const names = new Set<string>()
  JSON.stringify(describeService(routes), (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name)
    return value
  })
  expect(names.size).toBeGreaterThan(100)
  expect(ownProperties.filter((name) => names.has(name))).toEqual([])
})
