// GET /favicon.ico, which browsers, feed readers and bots ask for by habit. Pages name no file: their
// icon is inline (page/shell/document.ts).
import { conditional } from '../response/conditional.ts'
import { route } from '../route.ts'

/** The icon of the pages, a rail with two days: a PNG of 32 by 32 pixels and 141 octets. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAgMAAAAOFJJnAAAACVBMVEUAAACqppwLa2Ia9bKbAAAAA3RSTlMA//9EUNYhAAAAMElEQVR42mNgYGBgdGCAADwMrgVQxqpVEJpp1aoGVAbXqlULCDEwdcENRFgxmGwHAKjDKKGhJFB+AAAAAElFTkSuQmCC'

export const icon = route({
  method: 'GET',
  path: '/favicon.ico',
  id: 'getIcon',
  summary: 'The icon of the service',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'PNG, 32 by 32 pixels', type: 'image/png' } },
  problems: [],
  handle: (exchange) =>
    conditional(exchange, { identity: exchange.path, pinned: false, stale: false }, () => ({
      type: 'image/png',
      body: Uint8Array.from(atob(png), (octet) => octet.charCodeAt(0)),
    })),
})
