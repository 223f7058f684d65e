// Finds a Chromium for the browser tests and starts it: CHROME_PATH, Playwright's own, the system's,
// else one that Playwright downloads.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { inject } from 'vitest'
import { patience } from './patience.ts'

export interface FoundChromium {
  readonly path: string
}

export interface MissingChromium {
  readonly missing: string
}

/** Where to search, in this order. */
export interface ChromiumSources {
  /** Candidate files in the folders of a PATH. */
  readonly installed: (path: string) => readonly string[]
  /** The path of a fresh copy, null if none can be downloaded. */
  readonly download: () => string | null
}

/** First the one that has no windows: the tests take half the time of a processor in it. */
const systemNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
]
const systemPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * What Chromium leaves off. Of several such flags the last counts, so Playwright's own names come
 * first (test/browser/chromium.test.ts notices others), then the menus of the address bar, which
 * nobody sees here: drawing them costs every window more than its page.
 */
const featuresOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

/**
 * Flags for root, for machines without display or internet, and for those with few processors: pages of
 * one site share a process where they may, since to start one takes longer than most pages.
 */
const flags = [
  `--disable-features=${featuresOff.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--renderer-process-limit=1',
]

export const advice =
  'Install Chromium (apt-get install chromium-headless-shell fonts-noto-cjk), or run `npx playwright-core install chromium`, or set CHROME_PATH.'

/** Searches and, if nothing is installed, lets Playwright download its own. */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
  { installed = installedPaths, download = downloadChromium }: Partial<ChromiumSources> = {},
): FoundChromium | MissingChromium {
  const given = environment['CHROME_PATH']
  if (given !== undefined && given !== '')
    return isRunnable(given)
      ? { path: given }
      : { missing: `CHROME_PATH names no program: ${given}.` }
  const path = installed(environment['PATH'] ?? '').find(isRunnable) ?? download()
  return path === null ? { missing: 'No Chromium found, and none could be downloaded.' } : { path }
}

/** Starts the browser that the run has found; `inject('chromium')` says whether there is one. */
export const launchChromium = (): Promise<Browser> => launch(inject('chromium'))

/** Starts a browser that was found. Its pages have the timeouts of the suite. */
export async function launch(found: FoundChromium | MissingChromium): Promise<Browser> {
  if ('missing' in found) throw new Error(`${found.missing} ${advice}`)
  const timeout = patience.whole
  const browser = await chromium.launch({ executablePath: found.path, args: flags, timeout })
  return browser.on('context', (context) => context.setDefaultTimeout(patience.wait))
}

/** Playwright's own, then what the folders of PATH and of macOS hold. */
function installedPaths(path: string): string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  const own = playwrightPath()
  return [
    ...(own === null ? [] : [own]),
    ...systemNames.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...systemPaths,
  ]
}

/** Where Playwright keeps, or would keep, the Chromium of its version. */
function playwrightPath(): string | null {
  try {
    return chromium.executablePath()
  } catch {
    return null
  }
}

function downloadChromium(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  const command = [join(folder, 'cli.js'), 'install', 'chromium']
  spawnSync(process.execPath, command, { stdio: 'ignore', timeout: patience.whole })
  const path = playwrightPath()
  return path !== null && isRunnable(path) ? path : null
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}
