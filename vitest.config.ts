import { createHash } from 'node:crypto'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { patience } from './test/support/patience.ts'

const whole = { lines: 95 }

/** The timeouts of every project, for tests, hooks and `expect.poll`. */
const patient = {
  testTimeout: patience.whole,
  hookTimeout: patience.whole,
  expect: { poll: { timeout: patience.wait } },
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Tokens of the service under test, by what they may do; test/support/service.ts sends them. */
const testTokens = [
  { name: 'editor', sha256: sha256('editor-token'), timelines: ['*'] },
  { name: 'narrow', sha256: sha256('narrow-token'), timelines: ['another'] },
  {
    name: 'former',
    sha256: sha256('former-token'),
    timelines: ['*'],
    expires: '2020-01-01T00:00:00Z',
  },
]

/** The service with its bindings, as the tests inside workerd have it. */
const cloudflare = () =>
  cloudflareTest({
    wrangler: { configPath: './wrangler.toml' },
    miniflare: {
      bindings: {
        PUBLIC_URL: 'https://timelines.example',
        PUBLISH_INTERVAL: '0',
        PUBLISH_TOKENS: JSON.stringify(testTokens),
      },
      // The limit itself is tested with the test's own limiter.
      ratelimits: {},
    },
  })

/** Tests that fill the store behind the service's back, of which `fresh.ts` cannot clear it. */
const ofOldStores = 'test/http/stored-*.test.ts'

export default defineConfig({
  test: {
    // All processors: browser, workerd and the services under test mostly wait.
    maxWorkers: '100%',
    coverage: {
      provider: 'istanbul',
      include: ['src/domain/**', 'src/edition/**', 'src/store/**', 'src/http/**', 'src/formats/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { 'src/domain/**': whole, 'src/edition/**': whole, 'src/store/**': whole },
    },
    projects: [
      {
        test: {
          name: 'pure',
          // None of the modules under test has state, so test files can share them.
          isolate: false,
          ...patient,
          setupFiles: ['test/support/seed.ts'],
          include: [
            'test/{domain,address,messages,extract,edition,formats,page,widget,data,cli,docs,changed,conformance,contract,simulation,walls}/**/*.test.ts',
          ],
        },
      },
      {
        plugins: [cloudflare()],
        test: {
          name: 'workerd',
          // A process for each file costs seconds; fresh.ts gives each file what it needs of one.
          isolate: false,
          ...patient,
          include: ['test/{store,http}/**/*.test.ts'],
          exclude: [ofOldStores],
          setupFiles: [
            'test/support/fresh.ts',
            'test/support/check-traffic.ts',
            'test/support/seed.ts',
          ],
          sequence: { setupFiles: 'list' },
          // How often test/store/aborts.test.ts kills the publisher; more often in `npm run prove`.
          // How many events test/http/mcp/large.test.ts asks about; more in `.ci/run`.
          provide: {
            aborts: Number(process.env['ABORTS'] ?? 25),
            questionEvents: Number(process.env['QUESTION_EVENTS'] ?? 2_000),
          },
        },
      },
      {
        plugins: [cloudflare()],
        test: {
          name: 'workerd-alone',
          ...patient,
          include: [ofOldStores],
          setupFiles: ['test/support/check-traffic.ts', 'test/support/seed.ts'],
        },
      },
      {
        test: {
          name: 'host',
          include: ['test/host/*.test.ts'],
          ...patient,
        },
      },
      {
        test: {
          name: 'browser',
          // Each file has a browser and services of its own; modules are loaded once for all of them.
          isolate: false,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          ...patient,
        },
      },
    ],
  },
})
