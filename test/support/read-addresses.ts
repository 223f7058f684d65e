// Random addresses of everything that can be read of a timeline of timelines.ts, with values that its
// parameters really take.
import * as fc from 'fast-check'
import { reads } from './addresses.ts'
import { document } from './document.ts'

const days = ['2020', '2020-02', '2020-02-15', '2019-12-31', '-0043', '9999']
const values: Readonly<Record<string, readonly string[]>> = {
  theme: ['prevention', '-reopening', '防控,reopening'],
  actor: ['committee', '企业', '-town', 'li-ming,town'],
  members: ['exclude'],
  source: ['report', '-archive', 'town-news,archive'],
  from: days,
  to: days,
  match: ['certain'],
  undated: ['include'],
  q: ['复工', '復工 小镇', 'par', '"ABC"', 'nowhere'],
  sort: ['date', '-date', '-updated'],
  limit: ['1', '4', '100'],
  lang: ['en', 'zh-Hans', 'zh-Hant', 'ar'],
  facets: ['true'],
  vague: ['include'],
  bom: ['0'],
  at: ['2020-02', '2020'],
  lanes: ['actor'],
  layout: ['compact', 'picture'],
}

const isOfTimeline = ([, address]: (typeof reads)[number]): boolean =>
  address.includes(document().id) && !/\/(?:editions|changes)/.test(address)

const addressed = reads.filter(isOfTimeline)
const isList = ([, , { path }]: (typeof reads)[number]): boolean => path.endsWith('/events')

/** Every third one is the JSON of a list, which has the most to say. */
const routes = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...addressed) },
  { weight: 1, arbitrary: fc.constantFrom(...addressed.filter(isList)) },
)

const ids = Array.from({ length: 30 }, (_, index) => `e-${index}`)

/** Each parameter in a quarter of the addresses of its route, so that most of them find events. */
export const readAddresses: fc.Arbitrary<string> = fc
  .tuple(routes, fc.constantFrom(...ids))
  .chain(([[, address, { parameters }], id]) => {
    const known = Object.values(parameters).filter(({ name }) => name in values)
    const pairs = known.map(({ name }) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        fc.constantFrom(...(values[name] ?? [])).map((value) => [[name, value]]),
      ),
    )
    const [path = '', required = ''] = address
      .replace(`/events/${document().events[0]!.id}`, `/events/${id}`)
      .split('?')
    return fc.tuple(...pairs).map((chosen) => {
      const query = new URLSearchParams([...new URLSearchParams(required), ...chosen.flat()])
      return query.size === 0 ? path : `${path}?${query.toString()}`
    })
  })
