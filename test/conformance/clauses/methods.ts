// RFC 9110 on methods: GET, HEAD, OPTIONS, and those that a path does not take.
import { expect } from 'vitest'
import type { Route } from '../../../src/http/route.ts'
import {
  isPageRoute,
  isReadRoute,
  isTagged,
  needsToken,
  withQuery,
  type Clause,
  type Subject,
} from './clause.ts'

/** workerd itself refuses methods that nobody has registered. */
const extra = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'PURGE', 'REPORT', 'LOCK']

const allowedAt = async ({ ask }: Subject): Promise<readonly string[]> =>
  ((await ask({ method: 'OPTIONS' })).headers['allow'] ?? '').split(', ')

const othersAt = async (subject: Subject): Promise<readonly string[]> => {
  const allowed = await allowedAt(subject)
  return extra.filter((method) => !allowed.includes(method))
}

const every = (): boolean => true

/** The problem that an answer carries, whatever the client would rather have. */
const problemIn = (text: string): unknown => JSON.parse(text)

export const ofMethods: readonly Clause[] = [
  {
    clause: 'RFC 9110, 9.3.1',
    says: 'GET of an address that there is is 200 with content',
    of: isReadRoute,
    async holds({ plain }) {
      const { status, bytes } = await plain()
      expect([status, bytes > 0]).toEqual([200, true])
    },
  },
  {
    clause: 'RFC 9110, 9.2.2',
    says: 'GET twice has the same answer twice',
    of: isTagged,
    async holds({ ask, plain }) {
      expect(await ask()).toEqual(await plain())
    },
  },
  {
    clause: 'RFC 9110, 9.3.2',
    says: 'HEAD has the status and the headers of GET, and no content',
    of: isReadRoute,
    async holds({ ask, plain }) {
      const head = await ask({ method: 'HEAD' })
      expect(head).toEqual({ ...(await plain()), bytes: 0, text: '' })
    },
  },
  {
    clause: 'RFC 9110, 9.3.7',
    says: 'OPTIONS lists the method of the route, with HEAD where there is GET',
    of: every,
    async holds(subject) {
      const { method } = subject.route
      const wanted = method === 'GET' ? ['GET', 'HEAD', 'OPTIONS'] : [method, 'OPTIONS']
      expect(await allowedAt(subject)).toEqual(expect.arrayContaining(wanted))
    },
  },
  {
    clause: 'RFC 9110, 15.3.5',
    says: 'OPTIONS is 204 without content or type',
    of: every,
    async holds({ ask }) {
      const { status, bytes, headers } = await ask({ method: 'OPTIONS' })
      expect([status, bytes, headers['content-type']]).toEqual([204, 0, undefined])
    },
  },
  {
    clause: 'RFC 9110, 9.3.7',
    says: 'no cache keeps an answer to OPTIONS',
    of: every,
    async holds({ ask }) {
      const { headers } = await ask({ method: 'OPTIONS' })
      expect(headers['cache-control']).toBe('no-store')
    },
  },
  {
    clause: 'RFC 9110, 15.5.6',
    says: 'a method that the path does not take is 405',
    of: every,
    async holds(subject) {
      const others = await othersAt(subject)
      expect(others.length).toBeGreaterThanOrEqual(4)
      for (const method of others)
        expect([method, (await subject.ask({ method })).status]).toEqual([method, 405])
    },
  },
  {
    clause: 'RFC 9110, 10.2.1',
    says: 'Allow of a 405 is Allow of OPTIONS',
    of: every,
    async holds(subject) {
      const allowed = await allowedAt(subject)
      for (const method of await othersAt(subject)) {
        const { headers } = await subject.ask({ method })
        expect(headers['allow']).toBe(allowed.join(', '))
      }
    },
  },
  {
    clause: 'RFC 9110, 9.2.1',
    says: 'a method that changes things is answered with a problem, at pages, too, unless text/html is named',
    of: every,
    async holds(subject) {
      for (const method of await othersAt(subject)) {
        const { headers, text } = await subject.ask({ method })
        expect(headers['content-type']).toBe('application/problem+json')
        expect(problemIn(text)).toMatchObject({ status: 405 })
      }
    },
  },
  {
    clause: 'RFC 9110, 15.5.6',
    says: 'conditions, tokens and bodies do not change that a method is 405',
    of: every,
    async holds(subject) {
      const method = (await othersAt(subject)).find((other) => other !== 'GET')!
      const headers = {
        authorization: 'Bearer editor-token',
        'if-match': '"x"',
        range: 'bytes=0-1',
      }
      const { status } = await subject.ask({ method, headers, body: '{' })
      expect(status).toBe(405)
    },
  },
  {
    clause: 'RFC 9110, 15.5.5',
    says: 'an address below that of the route is 404 for each method',
    of: isReadRoute,
    async holds({ ask, route }) {
      const address = `${pathOf(route)}/zz/zz/zz`
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE'])
        expect([method, (await ask({ address, method })).status]).toEqual([method, 404])
    },
  },
  {
    clause: 'RFC 9110, 9.3.7',
    says: 'no cache keeps an answer to OPTIONS, where there is nothing either',
    of: isReadRoute,
    async holds({ ask, address, route }) {
      for (const refused of [`${pathOf(route)}/zz/zz`, withQuery(address, 'x'.repeat(8193))]) {
        const { headers } = await ask({ address: refused, method: 'OPTIONS' })
        expect(headers['cache-control']).toBe('no-store')
      }
    },
  },
  {
    clause: 'RFC 9110, 8.3.1',
    says: 'text/html is named in any case of its letters',
    of: isPageRoute,
    async holds({ ask }) {
      for (const accept of ['text/html', 'TEXT/HTML', 'Text/Html;q=0.1']) {
        const { headers } = await ask({ method: 'DELETE', headers: { accept } })
        expect([accept, headers['content-type']]).toEqual([accept, 'text/html; charset=utf-8'])
      }
    },
  },
  {
    clause: 'RFC 9110, 4.2.3',
    says: 'paths are compared by case',
    of: (route) => isReadRoute(route) && pathOf(route) !== '/',
    async holds({ ask, address }) {
      const [path = '', query] = address.split('?')
      const spelt = path.toUpperCase() + (query === undefined ? '' : `?${query}`)
      expect([400, 404]).toContain((await ask({ address: spelt })).status)
    },
  },
  {
    clause: 'RFC 9110, 15.5.15',
    says: 'an address that is too long is 414, with every method',
    of: every,
    async holds({ ask, address, route }) {
      const long = withQuery(address, 'x'.repeat(8193))
      for (const method of new Set([
        route.method,
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'DELETE',
        'OPTIONS',
      ]))
        expect([method, (await ask({ address: long, method })).status]).toEqual([method, 414])
    },
  },
  {
    clause: 'RFC 9110, 15.4.9',
    says: 'a slash behind the address of a page redirects to it, with its query',
    of: (route) => isPageRoute(route) && /^\/timelines\/.*\}$/.test(route.path),
    async holds({ ask, address }) {
      const { status, headers } = await ask({ address: `${address}/?lang=en` })
      expect([status, headers['location']]).toEqual([308, `${address}?lang=en`])
    },
  },
  {
    clause: 'RFC 9110, 15.5.2',
    says: 'a write without credentials is 401 and says which scheme it takes',
    of: needsToken,
    async holds({ ask }) {
      const { status, headers } = await ask()
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="jishi"'])
    },
  },
  {
    clause: 'RFC 9110, 11.6.2',
    says: 'credentials change nothing of a read',
    of: isTagged,
    async holds({ ask, plain }) {
      for (const authorization of ['Bearer editor-token', 'Bearer wrong', 'Basic eDp5', 'x'])
        expect(await ask({ headers: { authorization } })).toEqual(await plain())
    },
  },
]

const pathOf = ({ path }: Route): string => path.replaceAll(/\{\w+\}/g, 'town-2020')
