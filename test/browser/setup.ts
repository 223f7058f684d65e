// Once before the browser tests: finds Chromium and says loudly when there is none. With
// REQUIRE_BROWSER=1 its absence is a failure.
import type { TestProject } from 'vitest/node'
import {
  advice,
  findChromium,
  type FoundChromium,
  type MissingChromium,
} from '../support/chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly chromium: FoundChromium | MissingChromium
  }
}

export function setup(project: TestProject): void {
  const found = findChromium(process.env)
  if ('missing' in found) {
    const text = `${found.missing} ${advice}`
    if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(text)
    console.warn(`\n!!! THE BROWSER TESTS ARE LEFT OUT. ${text}\n`)
  }
  project.provide('chromium', found)
}
