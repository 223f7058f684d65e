import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDocument, warningsOf } from '../../src/domain/check/rules.ts'
import { compile } from '../../src/edition/compile.ts'
import { findPrivateTerms, privateTerms } from '../../src/domain/check/privacy.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { actor, citation, document, event, measure, source } from '../support/document.ts'
import { growth } from '../support/growth.ts'

const faultsOf = (value: TimelineDocument) => {
  const checked = checkDocument(value)
  return checked.ok
    ? []
    : checked.failure.map(
        ({ pointer, reason, broken }) =>
          `${pointer} ${reason} ${'term' in broken.values ? broken.values.term : ''}`,
      )
}
/** Neither the first event nor the second names a person. */
const withEvent = (overrides: Parameters<typeof event>[0]) =>
  document({ events: [event(), event({ id: 'they-come', actors: [], ...overrides })] })

describe('a term of health or body', () => {
  it.each([
    ['绑腿民警', ['绑腿']],
    ['带伤上阵', ['带伤']],
    ['拖着病腿', ['病腿']],
    ['已是64岁', ['64岁']],
    ['６４ 周岁', ['64周岁']],
    ['六十四岁的老人', ['六十四岁']],
    ['二十多岁', ['二十多岁']],
    ['年过七旬', ['七旬']],
    ['做完手术', ['手术']],
    ['韧带断裂', ['韧带']],
    ['敷着膏\n药', ['膏药']],
    ['行动不大方便', ['行动不大方便']],
    [
      '帶傷、手術、韌帶、綁腿、繃帶、膏藥、６４歲',
      ['带伤', '手术', '韧带', '绑腿', '绷带', '膏药', '64岁'],
    ],
    ['一名中队长左腿韧带断裂、手术未满三个月，也主动上岗。', ['韧带', '手术']],
    ['尚在伤情恢复期,', ['伤情', '恢复期']],
    ['一位老人拄拐上岗,拄着双拐', ['拄拐', '拄着双拐']],
    ['腿上打着石膏', ['石膏']],
    ['住进医院、请病假、病休、在家养伤', ['住进医院', '病假', '病休', '养伤']],
    ['有腿疾,腰椎间盘突出,术后三周', ['腿疾', '腰椎', '椎间盘', '术后']],
    ['心梗、脑梗、中风、流产', ['心梗', '脑梗', '中风', '流产']],
    [
      '身体不好,腿不好,腿脚也不太灵便,身体欠佳',
      ['身体不好', '腿不好', '腿脚也不太灵便', '身体欠佳'],
    ],
    ['伤还没好,尚未痊愈,大病初愈', ['伤还没好', '未痊愈', '初愈']],
    ['白发老党员,白头党员,頭髮花白', ['白发', '白头', '头发花白']],
    ['核酸阳性,重伤,患了感冒,缝了七针', ['核酸阳性', '重伤', '患了感冒', '缝了七针']],
    ['腦梗、心肌梗死、術後、養傷、椎間盤', ['脑梗', '心肌梗', '术后', '养伤', '椎间盘']],
    [
      'A white-haired man on a walking stick, on sick leave, post-operative',
      ['white-haired', 'walking stick', 'sick leave', 'post-operative'],
    ],
    [
      'ill, diagnosed in hospital, in his late sixties, at the age of 68, age 68',
      ['ill', 'diagnosed', 'in hospital', 'in his late sixties', 'at the age', 'age 68'],
    ],
    [
      'a slipped disc, a heart attack, a miscarriage, depression, Alzheimer’s',
      ['slipped disc', 'heart attack', 'miscarriage', 'depression', 'alzheimer’s'],
    ],
    ['a 64-year-old with an Injured ligament', ['year-old', 'injured', 'ligament']],
    ['he limped, in pain, after surgery', ['limped', 'pain', 'surgery']],
    ['aged 64', ['aged']],
    ['中风之后生病', ['中风', '生病']],
  ])('is found: %s', (text, terms) => {
    expect(findPrivateTerms(text)).toEqual(terms)
  })

  it.each([
    '300万元为企业员工免费体检',
    '全镇疫情得到较好防控',
    '给居家隔离人员送药',
    '新冠病毒,携带病毒,产生病毒,发生病例,严重病例',
    '疾病预防控制中心,疾病防控',
    '中风险地区',
    '复工复产,仔细监测体温',
    '2月上旬,3月下旬',
    '岁月,万岁,辞旧岁',
    '技术后来,员工伤亡',
    '夜妈妈,在寒风中坚守',
    '新增确诊病例3例,疑似病例,治愈出院病例,无症状感染者,核酸检测阳性病例',
    '感染,体检,体温,隔离,密切接触者,发热门诊,定点医院,重症病例,医护人员,患者',
    '新建隔离病房,病床1000张,疫苗接种,60岁以上人群,12-17岁人群,消毒,传染性疾病',
    '主流产品,物流产业,交流产生,学术后来,营养病毒,运输液化气,石膏板,减轻伤害,严重伤害',
    '明白发放,空白发票,白头翁,白头偕老,工伤保险,残疾人联合会,患病率,身体健康',
    'confirmed cases, newly diagnosed cases, infections, patients, quarantine, isolation wards',
    'designated hospitals, temperature checks, vaccination of people aged 60 and over, ill-prepared',
    'the Great Depression, a miscarriage of justice, the digital age',
    'surgical masks, painstaking, wound up, village, I’ll, still, page 64',
    'free health checks, people in home quarantine, on his feet for seven hours at a stretch',
  ])('is not: %s', (text) => {
    expect(findPrivateTerms(text)).toEqual([])
  })

  it('is found wherever the list has it', () => {
    const listed = Object.values(privateTerms).flatMap(({ zh, en }) => [
      ...zh.split(' '),
      ...en.replaceAll('[sz]', 's').replaceAll('u?', 'u').split('|'),
    ])
    expect(listed.length).toBeGreaterThan(100)
    expect(listed.filter((term) => findPrivateTerms(`一 ${term} 一`).length === 0)).toEqual([])
  })

  it('takes as long as the text is, also where a text nearly repeats it', () => {
    const search = (size: number) => {
      for (const near of ['行动不', '六十', '6', '一瘸一', 'operated ', '带 ', ' '])
        findPrivateTerms(near.repeat(size))
    }
    expect(growth(4_000, search)).toBeLessThan(25)
  })
})

describe('an event, whomever it names,', () => {
  it.each<[string, Parameters<typeof event>[0]]>([
    ['/events/1/title/en', { title: { 'zh-Hans': '到会', en: 'surgery' } }],
    ['/events/1/summary', { summary: '手术' }],
    ['/events/1/note', { note: '手术' }],
    ['/events/1/id', { id: 'back-after-surgery' }],
    ['/events/1/citations/0/prefix', { citations: [citation({ prefix: '手术' })] }],
    ['/events/1/citations/0/suffix', { citations: [citation({ suffix: '手术' })] }],
    ['/events/1/citations/0/exact', { citations: [citation({ exact: '手术' })] }],
    ['/events/1/measures/0/label', { measures: [measure({ label: '手术', sourceWords: '19个' })] }],
    [
      '/events/1/measures/0/parts/0/label',
      { measures: [{ label: '甲', value: 1, parts: [{ label: '手术', value: 1 }] }] },
    ],
    ['/events/1/measures/0/unit', { measures: [{ label: '甲', value: 64, unit: '岁' }] }],
  ])('keeps it out of %s', (pointer, overrides) => {
    expect(faultsOf(withEvent(overrides))).toEqual([
      expect.stringContaining(`${pointer} private-matter`),
    ])
  })

  it('keeps it out of stated words, too', () => {
    const cited = [citation({ exact: '手术后' })]
    expect(faultsOf(withEvent({ statedDate: '手术后', citations: cited }))).toEqual([
      '/events/1/statedDate private-matter 手术',
      '/events/1/statedDate private-matter 术后',
      '/events/1/citations/0/exact private-matter 手术',
      '/events/1/citations/0/exact private-matter 术后',
    ])
  })

  it('keeps it out of every text in one run', () => {
    const cited = [citation({ prefix: '尚在伤情恢复期,', suffix: '术后' })]
    const summary = { 'zh-Hans': '一名中队长左腿韧带断裂', en: 'A captain, on crutches' }
    expect(faultsOf(withEvent({ summary, citations: cited }))).toEqual([
      '/events/1/summary/zh-Hans private-matter 韧带',
      '/events/1/summary/en private-matter crutches',
      '/events/1/citations/0/prefix private-matter 伤情',
      '/events/1/citations/0/prefix private-matter 恢复期',
      '/events/1/citations/0/suffix private-matter 术后',
    ])
  })
})

it.each<[string, Partial<TimelineDocument>]>([
  ['/actors/0/name', { actors: [actor({ name: '绑腿民警' })] }],
  ['/actors/0/role/zh-Hans', { actors: [actor({ role: { 'zh-Hans': '64岁的党员' } })] }],
  [
    '/actors/0/aliases/zh-Hans/1',
    { actors: [actor({ aliases: { 'zh-Hans': ['小芳', '绑腿民警'] } })] },
  ],
  ['/actors/0/name', { actors: [actor({ kind: 'group', name: '病休民警' })] }],
  ['/sources/0/rights', { sources: [source({ rights: '带伤上阵' })] }],
  ['/themes/0/label/en', { themes: [{ id: 'a', label: { en: 'On sick leave' }, color: 0 }] }],
  ['/title', { title: '带伤上阵' }],
  ['/description', { description: '带伤上阵' }],
  ['/credit', { credit: '带伤上阵' }],
])('a document keeps it out of %s, without any event', (pointer, overrides) => {
  const faults = faultsOf(document({ events: [], ...overrides }))
  expect(faults).toEqual([expect.stringContaining(`${pointer} private-matter`)])
})

describe('an allowed term', () => {
  it('lets a text through that is public business', () => {
    const hospital = actor({ id: 'hospital', kind: 'organization', name: '手术中心' })
    const value = document({ actors: [...document().actors, hospital], events: [] })
    expect(faultsOf(value)).toEqual(['/actors/4/name private-matter 手术'])
    expect(faultsOf({ ...value, allowTerms: ['手术'] })).toEqual([])
  })

  const painful = withEvent({ summary: '手术、韧带、６４岁' })

  it('is waived, and no other', () => {
    expect(faultsOf({ ...painful, allowTerms: ['手术', '64岁'] })).toEqual([
      '/events/1/summary private-matter 韧带',
    ])
    expect(faultsOf({ ...painful, allowTerms: ['手術', '韌帶', '６４歲'] })).toEqual([])
  })

  it('hides no term that overlaps it', () => {
    expect(findPrivateTerms('带伤病', new Set(['带伤']))).toEqual(['伤病'])
  })

  it('hides none, wherever they overlap, in one run [fault 9.4]', () => {
    expect(findPrivateTerms('带伤病')).toEqual(['带伤', '伤病'])
    expect(findPrivateTerms('in hospital bed 7')).toEqual(['in hospital', 'hospital bed'])
    expect(findPrivateTerms('on sick leave')).toEqual(['sick leave'])
    // Whatever is allowed, a term that does not lie within it is told.
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('带伤', '病', '手术', '后', '癌', '一瘸一拐', '肿瘤', '科'), {
          maxLength: 8,
        }),
        fc.subarray(['带伤', '手术', '肿瘤科', '瘸']),
        (pieces, allowed) => {
          const text = pieces.join('')
          const told = findPrivateTerms(text, new Set(allowed))
          const rest = allowed.reduce((left, words) => left.replaceAll(words, '、'), text)
          expect(told).toEqual(expect.arrayContaining(findPrivateTerms(rest)))
        },
      ),
    )
  })

  const reason = '公立医院的科室'

  it('is allowed in the part that says why, by the words around it, and nowhere else [fault 9.4]', () => {
    const ward = '肿瘤科恢复门诊,手术照常'
    const clinic = document({ events: [event({ title: ward }), event({ id: 'b', summary: ward })] })
    const [first = event(), second = event()] = clinic.events
    const allow = [
      { term: '肿瘤科', reason },
      { term: '手術', reason },
    ]
    expect(faultsOf({ ...clinic, events: [{ ...first, allow }, second] })).toEqual([
      '/events/1/summary private-matter 肿瘤',
      '/events/1/summary private-matter 手术',
    ])
    expect(findPrivateTerms('肿瘤科查出肿瘤', new Set(['肿瘤科']))).toEqual(['肿瘤'])
    const named = actor({ id: 'clinic', name: '康复中心', allow: [{ term: '康复中心', reason }] })
    expect(faultsOf(document({ actors: [...document().actors, named] }))).toEqual([])
  })

  it('needs its reason, which stays in the document and is in no edition [fault 9.4]', () => {
    const bare = { ...event({ title: '手术' }), allow: [{ term: '手术' }] }
    expect(faultsOf({ ...document(), events: [bare as ReturnType<typeof event>] })).toContainEqual(
      expect.stringContaining('/events/0/allow/0 missing-field'),
    )
    const kept = event({ title: '手术', allow: [{ term: '手术', reason }] })
    const checked = checkDocument(document({ events: [kept] }))
    if (!checked.ok) throw new Error('refused')
    const compiled = compile(checked.value, null, { edition: 1, instant: '' })
    expect(JSON.stringify(compiled)).not.toContain('allow')
  })
})

describe('what others have published under their own titles', () => {
  const titled = document({
    sources: [source({ title: 'Depression-era schools', publisher: 'Sickness Weekly' })],
    events: [event({ links: [{ url: 'https://a.example/', title: '手术须知' }] })],
  })
  const warned = (value: unknown) =>
    warningsOf(value).map(({ pointer, reason }) => `${pointer} ${reason}`)

  it('is warned of, not refused [fault 9.4]', () => {
    expect(faultsOf(titled)).toEqual([])
    expect(warned(titled)).toEqual([
      '/events/0/links/0/title private-title',
      '/sources/0/title private-title',
      '/sources/0/publisher private-title',
    ])
  })

  it('is allowed at the source, with a reason [fault 9.4]', () => {
    const [first = source()] = titled.sources
    const reason = 'the name of an epoch'
    const allow = [
      { term: 'Depression-era', reason },
      { term: 'sickness', reason },
    ]
    expect(warned({ ...titled, sources: [{ ...first, allow }] })).toEqual([
      '/events/0/links/0/title private-title',
    ])
  })

  it('is not looked for in addresses [fault 9.4]', () => {
    const address = 'https://a.example/mental-illness/surgery'
    const value = document({
      sources: [source({ url: address, archivedUrl: address })],
      licence: { name: 'CC BY', url: address },
      events: [event({ links: [{ url: address }] })],
    })
    expect([...faultsOf(value), ...warned(value)]).toEqual([])
  })
})
