// Questions about fusha-2020 with known answers: what the tool must find, say and never say. The answers
// were read in the timeline and its source, not in what the service answers.

export interface Question {
  readonly question: string
  /** Arguments of find_events besides the timeline. */
  readonly given: Readonly<Record<string, unknown>>
  /** Ids of each group; none where it is absent. */
  readonly surely?: readonly string[]
  readonly possibly?: readonly string[]
  readonly undated?: readonly string[]
  /** Undated events that the days left out, 0 where absent. */
  readonly setAside?: number
  /** Words that an answer needs. */
  readonly says?: readonly string[]
  /** Words that would be more exact than the source, or wrong. */
  readonly never?: readonly string[]
}

const en = { lang: 'en' }
const inFebruary = { from: '2020-02', to: '2020-02' }
const on = (day: string) => ({ from: day, to: day })

/** Began before and may go on: no end is stated. */
const ongoing = [
  'feng-begins-epidemic-control',
  'public-employees-on-duty',
  'zhu-checkpoint-duty',
  'liang-joins-epidemic-control',
]
const earlyFebruary = [
  'temporary-party-branches-formed',
  'party-members-canvass-households',
  'teachers-task-force-deployed',
]
const withoutDate = [
  'five-priorities-for-2020',
  'leaders-daily-inspections',
  'control-bodies-and-procedures-set-up',
  'housing-and-enterprise-control-schemes',
  'leaders-assigned-to-enterprises',
  'ten-million-yuan-relief',
  'local-job-matching-platform',
  'recruitment-from-other-provinces',
  'protective-supplies-for-enterprises',
  'feng-night-deliveries',
]
const resumed = [
  'cao-city-press-conference',
  'enterprises-above-designated-size-resumed',
  'key-industrial-projects-resume',
  'all-enterprises-resumed',
]

export const questions: readonly Question[] = [
  {
    question: 'What happened in Fusha between 1 and 10 February 2020, with sources?',
    given: { from: '2020-02-01', to: '2020-02-10', ...en },
    surely: earlyFebruary,
    possibly: [...ongoing, 'liang-village-entrance-watch', 'zhu-merit-award'],
    setAside: 10,
    says: [
      'between 1 and 10 February 2020 (2月上旬)',
      'Zhongshan Daily, 2020-03-13',
      '“临时党支部19个”',
    ],
    never: ['**1 February 2020', '**10 February 2020', '**5 February 2020'],
  },
  {
    question: 'On which day were the temporary Party branches formed?',
    given: { actor: 'temporary-party-branches', ...en },
    surely: ['temporary-party-branches-formed'],
    says: [
      '**between 1 and 10 February 2020 (2月上旬)**',
      'On a day',
      'does not say which of them',
    ],
    never: ['**1 February 2020', '**10 February 2020'],
  },
  {
    question: 'When was Zhu Yuchen awarded his Merit, Second Class?',
    given: { actor: 'zhu-yuchen', q: 'merit', ...en },
    surely: ['zhu-merit-award'],
    says: [
      'between 27 January and 13 March 2020 (近日)',
      'the earliest, the start of his checkpoint',
    ],
    never: ['**13 March 2020', '**March 2020', '**27 January 2020'],
  },
  {
    question: 'Was he awarded it in February 2020?',
    given: { actor: '朱瑜晨', q: '二等功', ...inFebruary },
    possibly: ['zhu-merit-award'],
    says: ['近日'],
    never: ['（2020年2月）'],
  },
  {
    question: 'What happened on 6 March 2020 in the campaign of that year?',
    given: { theme: 'all-out-2020', ...on('2020-03-06'), ...en },
    surely: ['all-out-2020-meeting', 'cao-300-days-left'],
    setAside: 1,
    says: ['**6 March 2020', '66 days', '300 days'],
  },
  {
    question: 'Which events of the report have no date at all?',
    given: { from: '2020', to: '2020', undated: 'include', limit: 100, ...en },
    surely: [
      ...ongoing,
      ...earlyFebruary,
      ...resumed,
      'traffic-police-recalled',
      'zhu-volunteers-for-checkpoint',
      'feng-urges-calling-off-banquets',
      'liang-village-entrance-watch',
      'feng-33rd-press-conference',
      'all-out-2020-meeting',
      'cao-300-days-left',
      'zhu-merit-award',
      'epidemic-reported-contained',
      'report-published',
    ],
    undated: withoutDate,
  },
  {
    question: 'How many enterprises above the designated size were back at work, and when?',
    given: { q: '108', ...en },
    surely: ['enterprises-above-designated-size-resumed'],
    says: ['截至2月24日', 'The state of things on that day', '108'],
    never: ['**24 February 2020', 'from 24 February 2020'],
  },
  {
    question: '到2020年2月29日有多少家企业复工？',
    given: { q: '852', lang: 'zh-Hans' },
    surely: ['all-enterprises-resumed'],
    says: ['截至2月29日', '852'],
    never: ['自2020年2月29日起'],
  },
  {
    question: 'What had Feng Suhua done by 25 January 2020?',
    given: { actor: 'feng-suhua', to: '2020-01-25', ...en },
    surely: ['feng-begins-epidemic-control'],
    setAside: 1,
    says: ['from 24 January 2020 onwards (自除夕晚上起)', 'no end is stated'],
  },
  {
    question: 'What happened on 26 January 2020?',
    given: { ...on('2020-01-26'), ...en },
    surely: ['traffic-police-recalled', 'feng-urges-calling-off-banquets'],
    possibly: ['feng-begins-epidemic-control', 'zhu-volunteers-for-checkpoint'],
    setAside: 10,
    says: ['between 26 and 27 January 2020'],
  },
  {
    question: 'Did Zhu Yuchen volunteer on 26 January?',
    given: { actor: 'zhu-yuchen', to: '2020-01-26', ...en },
    possibly: ['zhu-volunteers-for-checkpoint'],
    says: ['**between 26 and 27 January 2020**'],
    never: ['**26 January 2020**', '**27 January 2020**'],
  },
  {
    question: 'When did the town set aside ten million yuan?',
    given: { q: '10 million yuan', ...en },
    undated: ['ten-million-yuan-relief'],
    says: ['The source gives no date; no later than the report'],
    never: ['**13 March 2020**', '**13 March 2020', 'February'],
  },
  {
    question: 'Did it do so in February 2020?',
    given: { q: '10 million yuan', ...inFebruary, ...en },
    setAside: 1,
    says: ['undated=include'],
  },
  {
    question: 'May it have done so in February 2020?',
    given: { q: '10 million yuan', ...inFebruary, undated: 'include', ...en },
    undated: ['ten-million-yuan-relief'],
    never: ['**February 2020**'],
  },
  {
    question: 'How often did the leaders inspect the front line?',
    given: { actor: '吴剑安', ...en },
    undated: ['leaders-daily-inspections'],
    says: ['每日', 'no later than'],
  },
  {
    question: 'Which steps back to work fell in February 2020?',
    given: { theme: 'work-resumption', ...inFebruary, ...en },
    surely: resumed,
    setAside: 5,
    says: ['**25 February 2020', '截至2月29日'],
  },
  {
    question: '2020年2月有哪些复工复产的进展？',
    given: { theme: '复工复产', ...inFebruary, lang: 'zh-Hans' },
    surely: resumed,
    setAside: 5,
    says: ['2月25日', '没有日期：共5个事件'],
  },
  {
    question: 'What did Cao Fuquan do on 23 February 2020?',
    given: { actor: 'Cao Fuquan', ...on('2020-02-23'), ...en },
    surely: ['cao-city-press-conference'],
    setAside: 1,
    says: ['**23 February 2020'],
  },
  {
    question: 'What happened after the report appeared?',
    given: { from: '2020-03-14', ...en },
    setAside: 10,
    says: ['None.'],
  },
  {
    question: 'When exactly did the report appear?',
    given: { ...on('2020-03-13'), ...en },
    surely: ['epidemic-reported-contained', 'report-published'],
    possibly: [...ongoing, 'zhu-merit-award'],
    setAside: 10,
    says: ['07:45'],
  },
  {
    question: 'What did Liang Honghui do in February 2020?',
    given: { actor: 'liang-honghui', ...inFebruary, ...en },
    surely: ['liang-village-entrance-watch'],
    possibly: ['liang-joins-epidemic-control'],
    says: ['February 2020 (当时二月)', 'does not say from when to when'],
  },
  {
    question: 'Was he at the village entrance on 15 February?',
    given: { actor: 'liang-honghui', ...on('2020-02-15'), ...en },
    possibly: ['liang-village-entrance-watch', 'liang-joins-epidemic-control'],
    never: ['**15 February 2020'],
  },
  {
    question: 'How many Party members went from door to door?',
    given: { q: '1000多名', ...en },
    surely: ['party-members-canvass-households'],
    says: ['over 1,000', '“1000多名党员投身联防队伍”'],
    never: ['Party members taking part: 1,000'],
  },
  {
    question: 'How many teachers joined?',
    given: { actor: 'teachers-task-force', ...en },
    surely: ['teachers-task-force-deployed'],
    says: ['about 100', '“百名教师突击队投入抗疫”'],
    never: ['Teachers: 100'],
  },
  {
    question: 'What does the report of Zhongshan Daily say of the campaign All Out in 2020?',
    given: { source: 'zhongshan-daily-2020-03-13', theme: 'all-out-2020', ...en },
    surely: ['all-out-2020-meeting', 'cao-300-days-left', 'report-published'],
    undated: ['five-priorities-for-2020'],
  },
  {
    question: 'What did the police of Fusha do?',
    given: { actor: 'fusha-police', ...en },
    surely: [
      'traffic-police-recalled',
      'zhu-volunteers-for-checkpoint',
      'zhu-checkpoint-duty',
      'zhu-merit-award',
    ],
  },
  {
    question: 'And the police bureau alone, without its units and officers?',
    given: { actor: 'fusha-police', members: 'exclude', ...en },
  },
  {
    question: 'What happened in January 2020?',
    given: { from: '2020-01', to: '2020-01', ...en },
    surely: [
      ...ongoing,
      'traffic-police-recalled',
      'zhu-volunteers-for-checkpoint',
      'feng-urges-calling-off-banquets',
    ],
    possibly: ['zhu-merit-award'],
    setAside: 10,
  },
  {
    question: '冯素华每晚给谁送物资，从哪天开始？',
    given: { actor: '冯素华', q: '每晚', lang: 'zh-Hant' },
    undated: ['feng-night-deliveries'],
    says: ['每晚', '沒有寫明哪一天'],
    never: ['1月24日起'],
  },
  {
    question: 'What does the timeline say of vaccines?',
    given: { q: 'vaccine', ...en },
    says: ['No event matches this filter.'],
  },
]
