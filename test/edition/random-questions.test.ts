// A smaller number of what `npm run prove -- random` asks, so that the proof itself stays right.
import { expect, test } from 'vitest'
import { askInNode } from '../prove/packed/run.ts'

test('a packed timeline answers random questions as the plain meaning of a filter does', async () => {
  const { questions, wrong } = await askInNode({
    events: 500,
    questions: 60,
    edits: [0, 50],
    seed: 20_200_313,
  })
  expect(wrong).toEqual([])
  expect(questions).toBe(120)
})
