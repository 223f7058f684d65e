// The reference page: rendered for each language when the static assets are built, since it is the same
// until the next deploy. Only the address of the service is put in here.
import { failed, ok } from '../../domain/result.ts'
import { printIgnored } from '../../page/shell/document.ts'
import { problem } from '../problem.ts'
import { pageRoute } from '../response/page-response.ts'

/** Stands for the address of the service in the built pages. */
export const builtOrigin = 'https://service.invalid'

export const reference = pageRoute({
  path: '/docs',
  id: 'getReference',
  summary: 'The contract as a page to read, with examples to run',
  kind: 'reference',
  parameters: {},
  async show({ service: { assets, publicUrl } }, view) {
    const file = await assets(new Request(`${publicUrl}/reference/${view.speech.ui}.txt`))
    if (!file.ok) {
      await file.body?.cancel()
      return failed(problem('not-found'))
    }
    const built = await file.text()
    return ok({
      identity: file.headers.get('etag') ?? '',
      pinned: false,
      stale: false,
      render: () =>
        built
          .replaceAll(builtOrigin, () => publicUrl)
          .replace('<body>', (body) => body + printIgnored(view)),
    })
  },
})
