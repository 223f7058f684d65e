// RFC 9457 on what each route refuses, and RFC 3986 and RFC 6901 on how it tells where.
import { expect } from 'vitest'
import { problems, type ProblemType } from '../../../src/http/problem.ts'
import { messages } from '../../../src/messages/languages.ts'
import { publicUrl } from '../../support/memory-service.ts'
import {
  askedOnce,
  isDataRoute,
  isPageRoute,
  isReadRoute,
  isStrict,
  needsToken,
  withQuery,
  type Asked,
  type Clause,
  type Seen,
  type Subject,
} from './clause.ts'

interface Told {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly Readonly<Record<string, unknown>>[]
}

const every = (): boolean => true

/** What each route refuses with a problem: a method, a long address, and what its kind refuses. */
const refusedBy = askedOnce(async ({ ask, route, address }) => {
  const kinds: readonly Asked[] = [
    { method: 'PURGE' },
    ...(isStrict(route)
      ? [{ address: withQuery(address, 'no.such=1') }, { address: withQuery(address, '%ff=1') }]
      : []),
    ...(isDataRoute(route) ? [{ address: withQuery(address, 'x'.repeat(8193)) }] : []),
    ...(needsToken(route) ? [{}] : []),
  ]
  return Promise.all(kinds.map((kind) => ask(kind)))
})

const told = ({ text }: Seen): Told => JSON.parse(text) as Told
const nameOf = ({ type }: Told): string => type.slice(`${publicUrl}/problems/`.length)

/** A clause about every problem of a route. */
const everyProblem = (
  clause: string,
  says: string,
  holds: (problem: Told, seen: Seen) => void,
): Clause => ({
  clause,
  says,
  of: every,
  async holds(subject) {
    for (const seen of await refusedBy(subject)) holds(told(seen), seen)
  },
})

const members = new Set([
  'type',
  'title',
  'status',
  'detail',
  'rule',
  'values',
  'errors',
  'edition',
])
const ofErrors = new Set([
  'pointer',
  'parameter',
  'header',
  'reason',
  'rule',
  'values',
  'detail',
  'hint',
])

export const ofProblems: readonly Clause[] = [
  everyProblem('RFC 9457, 3', 'what is refused is application/problem+json', (_, { headers }) => {
    expect(headers['content-type']).toBe('application/problem+json')
  }),
  everyProblem('RFC 9457, 3.1.1', 'the type is an address of this service', ({ type }) => {
    expect(type).toMatch(new RegExp(`^${publicUrl}/problems/[a-z-]+$`))
  }),
  everyProblem('RFC 9457, 3.1.2', 'status is the status of the answer', ({ status }, seen) => {
    expect(status).toBe(seen.status)
  }),
  everyProblem('RFC 9457, 3.1.2', 'a type has one status', (problem) => {
    expect(problems[nameOf(problem) as ProblemType]).toBe(problem.status)
  }),
  everyProblem('RFC 9457, 3.1.3', 'a type has one title in a language', (problem) => {
    const { title } = messages.en.problems.types[nameOf(problem) as ProblemType]
    expect(problem.title).toBe(title)
  }),
  {
    clause: 'RFC 9110, 8.5',
    says: 'Content-Language names the language of a problem, which lang chooses',
    of: isStrict,
    async holds({ ask, address }) {
      for (const [query, language] of [
        ['no.such=1', 'en'],
        ['no.such=1&lang=zh-TW', 'zh-Hant'],
        ['no.such=1&lang=zh-CN', 'zh-Hans'],
      ] as const) {
        const seen = await ask({ address: withQuery(address, query) })
        expect([query, seen.headers['content-language']]).toEqual([query, language])
        const { title } = messages[language].problems.types[nameOf(told(seen)) as ProblemType]
        expect(told(seen).title).toBe(title)
      }
    },
  },
  everyProblem('RFC 9457, 3.1.4', 'detail is a sentence for people', ({ detail }) => {
    expect(detail).toMatch(/\w+ \w+/)
  }),
  everyProblem('RFC 9457, 3.1.5', 'instance is absent: nothing is kept of a request', (problem) => {
    expect(problem).not.toHaveProperty('instance')
  }),
  everyProblem('RFC 9457, 3.2', 'there are no members but those of the contract', (problem) => {
    const errors = problem.errors?.flatMap((error) => Object.keys(error)) ?? []
    expect(Object.keys(problem).filter((name) => !members.has(name))).toEqual([])
    expect(errors.filter((name) => !ofErrors.has(name))).toEqual([])
  }),
  {
    clause: 'RFC 9457, 3.1.1',
    says: 'the type resolves',
    of: every,
    async holds(subject) {
      for (const seen of await refusedBy(subject)) {
        const address = told(seen).type.slice(publicUrl.length)
        expect((await subject.ask({ method: 'GET', address })).status).toBe(200)
      }
    },
  },
  {
    clause: 'RFC 9457, 3',
    says: 'HEAD of what is refused has the same status and headers, and no content',
    of: isStrict,
    async holds({ ask, address }) {
      const wrong = withQuery(address, 'no.such=1')
      const [whole, head] = [
        await ask({ address: wrong }),
        await ask({ address: wrong, method: 'HEAD' }),
      ]
      expect(head).toEqual({ ...whole, bytes: 0, text: '' })
    },
  },
  {
    clause: 'RFC 9457, 3.2',
    says: 'an unknown parameter is told by its name, with those that there are',
    of: isStrict,
    async holds({ ask, address }) {
      const seen = await ask({ address: withQuery(address, 'no.such=1') })
      expect([seen.status, told(seen).errors]).toMatchObject([400, [{ parameter: 'no.such' }]])
    },
  },
  {
    clause: 'RFC 9457, 5',
    says: 'a name that is not plain is not repeated',
    of: isStrict,
    async holds({ ask, address }) {
      const seen = await ask({ address: withQuery(address, 'zq%3Cscript%3E=zqvalue') })
      expect([seen.status, seen.text.includes('zq')]).toEqual([400, false])
    },
  },
  {
    clause: 'RFC 9457, 3.2',
    says: 'a parameter that is given twice is told by its name',
    of: (route) => isReadRoute(route) && isDataRoute(route) && once(route.parameters).length > 0,
    async holds({ ask, address, route }) {
      const [path = ''] = address.split('?')
      for (const name of once(route.parameters)) {
        const seen = await ask({ address: `${path}?${name}=1&${name}=1` })
        expect([name, seen.status]).toEqual([name, 400])
        expect(seen.text).toContain(`"${name}"`)
      }
    },
  },
  {
    clause: 'RFC 9457, 3.2',
    says: 'a required parameter that is missing is told by its name',
    of: ({ parameters }) => Object.values(parameters).some(({ required }) => required === true),
    async holds({ ask, address, route }) {
      const [path = ''] = address.split('?')
      const seen = await ask({ address: path })
      const needed = Object.values(route.parameters).filter(({ required }) => required === true)
      for (const { name } of needed)
        expect(told(seen).errors?.map(({ parameter }) => parameter)).toContain(name)
    },
  },
  {
    clause: 'RFC 3986, 2.1',
    says: 'a query that is not percent-encoded UTF-8 is refused',
    of: isStrict,
    async holds({ ask, address }) {
      for (const wrong of ['%', '%e', '%zz', '%80', '%c0%af', '%ed%a0%80', '%f5%80%80%80'])
        expect([wrong, (await ask({ address: withQuery(address, wrong) })).status]).toEqual([
          wrong,
          400,
        ])
    },
  },
  {
    clause: 'RFC 3986, 2.1',
    says: 'a path that is not percent-encoded UTF-8, or holds controls, is no address',
    of: (route) => isReadRoute(route) && route.path.includes('{') && !needsQuery(route),
    async holds({ ask, route }) {
      for (const wrong of [
        '%',
        '%zz',
        '%ff',
        '%00',
        '%01',
        '%7f',
        '%0d%0aa:%20b',
        '%c0%af',
        '%2f',
      ]) {
        const { status } = await ask({ address: route.path.replaceAll(/\{\w+\}/g, wrong) })
        expect([wrong, status]).toEqual([wrong, 404])
      }
    },
  },
  {
    clause: 'RFC 9457, 1',
    says: 'people who ask for a page are told on a page, with the same status',
    of: isPageRoute,
    async holds({ ask, address }) {
      const seen = await ask({ address: withQuery(address, 'lang=%ff') })
      expect([seen.status, seen.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
    },
  },
]

const needsQuery = ({ parameters }: Subject['route']): boolean =>
  Object.values(parameters).some(({ required }) => required === true)

/** Parameters that may be given once. */
function once(parameters: Subject['route']['parameters']): readonly string[] {
  return Object.values(parameters)
    .filter(({ repeatable }) => repeatable !== true)
    .map(({ name }) => name)
}
