// Two timelines in the shape of real ones, of invented content: a county's chronicle of a year with 400
// bullets, and the letters of a scholar with 3,000 people.
import type { AuthoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'

export interface Material {
  readonly document: TimelineDocument
  /** The text of its only source. */
  readonly text: string
}

const authority = { domain: 'timelines.example', date: '2026' }
const pick = <Value>(values: readonly Value[], index: number): Value =>
  values[index % values.length] as Value

const towns = ['河东镇', '石桥镇', '柳林乡', '新庄镇', '白塔乡', '南关街道', '北岭镇', '枣园乡']
const bodies = [
  ['county', '县委、县政府'],
  ['headquarters', '县疫情防控指挥部'],
  ['education', '县教育局'],
  ['health', '县卫生健康局'],
  ['transport', '县交通运输局'],
  ['agriculture', '县农业农村局'],
] as const

/** What is reported, with the number that the bullet has. */
const reports: readonly ((town: string, number: number) => string)[] = [
  (town, number) => `${town}${number}户农户领到春耕补贴`,
  (town, number) => `召开第${number}次调度会，部署${town}河道治理`,
  (town, number) => `${town}至县城的公路改建完工，全长${number}.6公里`,
  (town, number) => `${town}举办第${number}届农民运动会，${number * 12}人参加`,
  (town, number) => `为${town}${number}名教师颁发任教满三十年证书`,
  (town, number) => `${town}新建${number}座水窖通过验收，总投资${number * 3}万元`,
  (town, number) => `对${town}${number}家商户开展安全检查，整改隐患${number + 4}处`,
]

/** A bullet a day or so, some of a decade or a month, as chronicles have them. */
export function chronicle(bullets = 400): Material {
  const lines: string[] = ['永宁县2021年大事记', '']
  let heading = 0
  const events: AuthoredEvent[] = Array.from({ length: bullets }, (_, index) => {
    const month = 1 + Math.floor((index * 12) / bullets)
    const day = 1 + (index % 28)
    if (month !== heading) lines.push('', `${month}月`)
    heading = month
    const two = (number: number) => String(number).padStart(2, '0')
    const [body, name] = pick(bodies, index * 5)
    const what = pick(reports, index * 3)(pick(towns, index), 3 + ((index * 7) % 90))
    const decade = index % 17 === 0
    const [stated, date] = decade
      ? [`${month}月中旬`, `2021-${two(month)}-11/2021-${two(month)}-20`]
      : [`${month}月${day}日`, `2021-${two(month)}-${two(day)}`]
    const words = `${stated}，${name}${what}`
    lines.push(`·${words}。`)
    return {
      id: `2021-${two(month)}-${two(day)}-${index}`,
      date,
      statedDate: stated,
      title: { 'zh-Hans': `${name}${what}` },
      themes: [pick(['meetings', 'farming', 'roads', 'schools'], index)],
      actors: [body],
      place: `place-${index % towns.length}`,
      citations: [{ source: 'yearbook', exact: words }],
    }
  })
  const labels = { meetings: '会议', farming: '农业', roads: '交通', schools: '教育' }
  return {
    text: `${lines.join('\n')}\n`,
    document: {
      formatVersion: 1,
      id: 'yongning-2021',
      title: { 'zh-Hans': '永宁县2021年大事记' },
      language: 'zh-Hans',
      timeZone: 'Asia/Shanghai',
      authority,
      themes: Object.entries(labels).map(([id, label]) => ({ id, label })),
      actors: [
        ...bodies.map(([id, name]) => ({ id, kind: 'organization' as const, name })),
        ...towns.map((name, index) => ({ id: `place-${index}`, kind: 'place' as const, name })),
      ],
      sources: [{ id: 'yearbook', title: '永宁年鉴', published: '2022', language: 'zh-Hans' }],
      events,
    },
  }
}

const given = ['Anna', 'Carl', 'Elisabeth', 'Friedrich', 'Georg', 'Johann', 'Luise', 'Moritz']
const families = ['Albers', 'Behrens', 'Cordes', 'Dierks', 'Eggers', 'Fechner', 'Garbe', 'Hansen']
const syllables = ['', 'mann', 'berg', 'feld', 'hoff', 'stein', 'thal', 'wald', 'horst', 'kamp']

/** Letters of 1840 to 1869; most correspondents wrote once. */
export function letters(people = 3000, count = 300): Material {
  const actors = Array.from({ length: people }, (_, index) => {
    const family = pick(families, Math.floor(index / 8)) + pick(syllables, Math.floor(index / 64))
    const name = `${pick(given, index)} ${family}`
    const serial = Math.floor(index / 640)
    return {
      id: `person-${index}`,
      kind: 'person' as const,
      name: serial === 0 ? name : `${name} (${'I'.repeat(serial + 1)})`,
    }
  })
  const lines: string[] = ['Calendar of the letters of Professor Heinrich Ohm', '']
  const events: AuthoredEvent[] = Array.from({ length: count }, (_, index) => {
    const year = 1840 + Math.floor(index / 10)
    const month = 1 + (index % 12)
    const writers = Array.from({ length: 10 }, (__, turn) => actors[(index * 10 + turn) % people]!)
    const number = index + 1
    const words = `No. ${number}. ${writers[0]!.name}, ${writers[1]!.name} and others to Ohm, ${pick(['Kiel', 'Jena', 'Halle'], index)}, ${year}: on the ${pick(['flora', 'tides', 'meteors'], index)} of the coast, ${2 + (index % 9)} leaves.`
    lines.push(words)
    return {
      id: `letter-${number}`,
      date: `${year}-${String(month).padStart(2, '0')}~`,
      kind: 'point',
      title: { en: `Letter ${number}, on the ${pick(['flora', 'tides', 'meteors'], index)}` },
      themes: ['letters'],
      actors: writers.map(({ id }) => id),
      citations: [{ source: 'calendar', exact: words.slice(0, -1) }],
    }
  })
  return {
    text: `${lines.join('\n')}\n`,
    document: {
      formatVersion: 1,
      id: 'ohm-letters',
      title: { en: 'Letters of Heinrich Ohm' },
      language: 'en',
      timeZone: 'Europe/Berlin',
      authority,
      themes: [{ id: 'letters', label: 'Letters' }],
      actors,
      sources: [
        { id: 'calendar', title: 'Calendar of the letters', published: '1912', language: 'en' },
      ],
      events,
    },
  }
}
