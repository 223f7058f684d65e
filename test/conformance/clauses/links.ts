// RFC 8288: the links of answers can be read, have registered relations, and lead somewhere.
import { expect } from 'vitest'
import { publicUrl } from '../../support/memory-service.ts'
import { isReadRoute, local, withQuery, type Clause, type Seen, type Subject } from './clause.ts'

interface Link {
  readonly target: string
  readonly attributes: ReadonlyMap<string, string>
}

/** Registered at IANA ("Link Relation Types"). */
const registered = new Set([
  'alternate',
  'canonical',
  'first',
  'next',
  'prev',
  'self',
  'service-desc',
])

/** RFC 8288, 3: the grammar of the field; what does not fit throws. */
function linksOf({ headers }: Seen): readonly Link[] {
  const field = headers['link']
  if (field === undefined) return []
  const one = /<([^<>"\s]*)>((?:\s*;\s*[\w*-]+="[^"\\]*")*)/g
  const links = [...field.matchAll(one)].map(([, target = '', attributes = '']): Link => ({
    target,
    attributes: new Map(
      [...attributes.matchAll(/([\w*-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    ),
  }))
  expect(field.replaceAll(one, '').replaceAll(', ', '')).toBe('')
  return links
}

/** Routes whose answer can have another part. */
const isPaged = (route: Subject['route']): boolean =>
  isReadRoute(route) && 'cursor' in route.parameters && 'limit' in route.parameters

const everyLink = (
  clause: string,
  says: string,
  holds: (link: Link, subject: Subject) => unknown,
): Clause => ({
  clause,
  says,
  of: isReadRoute,
  async holds(subject) {
    const limited = isPaged(subject.route)
      ? [await subject.ask({ address: withQuery(subject.address, 'limit=1') })]
      : []
    for (const seen of [await subject.plain(), ...limited])
      for (const link of linksOf(seen)) await holds(link, subject)
  },
})

export const ofLinks: readonly Clause[] = [
  everyLink(
    'RFC 8288, 3.1',
    'the target of a link is an absolute address of this service',
    (link) => expect(link.target.startsWith(`${publicUrl}/`), link.target).toBe(true),
  ),
  everyLink('RFC 8288, 3.3', 'a link has one relation, which is registered', ({ attributes }) =>
    expect(registered).toContain(attributes.get('rel')),
  ),
  everyLink('RFC 8288, 3.2', 'no link has another context: anchor is absent', ({ attributes }) =>
    expect(attributes.has('anchor')).toBe(false),
  ),
  everyLink('RFC 8288, 3', 'targets are ASCII without blanks', ({ target }) =>
    expect(target).toMatch(/^[\x21-\x7e]+$/),
  ),
  everyLink('RFC 8288, 3.1', 'the target of a link is there', async ({ target }, { ask }) =>
    expect([target, (await ask({ address: local(target) })).status]).toEqual([target, 200]),
  ),
  everyLink('RFC 8288, 3.4.1', 'type says the type of the target', async (link, { ask }) => {
    const type = link.attributes.get('type')
    if (type === undefined) return
    const { headers } = await ask({ address: local(link.target) })
    expect(headers['content-type']?.split(';')[0]).toBe(type)
  }),
  {
    clause: 'RFC 8288, 3.3',
    says: 'a part of an answer links to the next one, by header and in its JSON alike',
    of: (route) => isPaged(route) && /^\/v1\/.*\/events$/.test(route.path),
    async holds({ ask, address }) {
      const seen = await ask({ address: withQuery(address, 'limit=1') })
      const next = linksOf(seen).find(({ attributes }) => attributes.get('rel') === 'next')
      const { links } = JSON.parse(seen.text) as { links: { next?: string } }
      expect(next?.target).toBe(links.next)
      expect(links.next).toBeDefined()
    },
  },
]
