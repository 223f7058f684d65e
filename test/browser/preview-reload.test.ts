// The pages of `jishi preview` in a browser: they follow the draft, and do all that pages do.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDraft } from '../../src/cli/preview/draft.ts'
import { startPreview, type Preview } from '../../src/cli/preview/server.ts'
import { launchChromium } from '../support/chromium.ts'
import { document, event } from '../support/document.ts'
import { visit } from './visit.ts'

describe.skipIf('missing' in inject('chromium'))('a page of the preview', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-preview-'))
  const file = join(folder, 'timeline.json')
  let browser: Browser
  let preview: Preview

  const save = (title: string, themes?: string[]): void => {
    const draft = document({ events: [event({ id: 'one', title, ...(themes ? { themes } : {}) })] })
    writeFileSync(`${file}.new`, JSON.stringify(draft))
    renameSync(`${file}.new`, file)
  }

  beforeAll(async () => {
    browser = await launchChromium()
    save('First')
    const draft = await openDraft(file, [])
    const onChange = () => undefined
    preview = await startPreview({ draft, files: [file], port: 0, assets: folder, onChange })
  })
  afterAll(async () => {
    await browser.close()
    await preview.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('reloads whenever the draft is saved, also from its faults', async () => {
    const address = `${preview.origin}/timelines/town-2020/events/one`
    // A page of faults has the status of one.
    const options = { origins: [preview.origin], excused: /status of 422/ }
    await visit(browser, address, options, async (page) => {
      await page.getByRole('heading', { name: 'First' }).waitFor()
      save('Second')
      await page.getByRole('heading', { name: 'Second' }).waitFor()
      save('Third', ['nothing'])
      await page.getByText('unknown-theme').waitFor()
      save('Fourth')
      await page.getByRole('heading', { name: 'Fourth' }).waitFor()
      await page.locator('.copy-field button').first().click()
      await expect
        .poll(() => page.locator('.copy-field').first().getByRole('status').textContent())
        .not.toBe('')
    })
  })
})
