import * as fc from 'fast-check'
import { ruleInWords } from '../../src/messages/languages.ts'
import { describe, expect, it } from 'vitest'
import { checkCitations } from '../../src/domain/check/citations.ts'
import { findPassage, prepareText } from '../../src/domain/check/find-quotation.ts'
import { citation, document, event, source, sourceText } from '../support/document.ts'
import { growth } from '../support/growth.ts'

type Quote = Parameters<typeof findPassage>[1]

const find = (text: string, quote: Quote) => findPassage(prepareText(text), quote)

describe('a passage is found', () => {
  it.each<[string, string, Quote, string, number, number]>([
    ['at its offsets', 'a19a', { exact: 'a', start: 3, end: 4 }, 'offset', 3, 4],
    ['at offsets in code points', '𠮷野家19家', { exact: '19', start: 3, end: 5 }, 'offset', 3, 5],
    [
      'at offsets in LF line ends',
      'a\r\nb\rc',
      { exact: 'b\nc', start: 2, end: 5 },
      'offset',
      2,
      5,
    ],
    ['at the end of a text', '𠮷野家', { exact: '家', start: 2, end: 3 }, 'offset', 2, 3],
    ['where only its words are given', '𠮷截至2月24日', { exact: '2月24日' }, 'exact', 3, 8],
    [
      'where its offsets are outdated',
      'x截至2月24日',
      { exact: '2月24日', start: 2, end: 7 },
      'exact',
      3,
      8,
    ],
    [
      'where its offsets lie outside',
      '2月24日',
      { exact: '2月24日', start: 900, end: 905 },
      'exact',
      0,
      5,
    ],
    ['by its prefix', '甲:1家;乙:1家', { exact: '1家', prefix: '乙:' }, 'exact', 7, 9],
    ['by its suffix', '1家甲;1家乙', { exact: '1家', suffix: '乙' }, 'exact', 4, 6],
    [
      'by a prefix of white space',
      '镇报\n\n镇报',
      { exact: '镇报', prefix: '\n\n' },
      'exact',
      4,
      6,
    ],
    ['in other white space', '全镇852家\n企业', { exact: '全镇 852家企业' }, 'folded', 0, 9],
    ['in other quotation marks', '称其为“夜妈妈”', { exact: '称其为「夜妈妈」' }, 'folded', 0, 8],
    ['in other width', '复工率１００％，', { exact: '复工率100%,' }, 'folded', 0, 8],
    [
      'through invisible characters',
      'Party\u00ad branch\u200bes',
      { exact: 'Party branches' },
      'folded',
      0,
      16,
    ],
    [
      'by a prefix in the other script',
      '馮素華：1家；乙：1家',
      { exact: '1家', prefix: '冯素华:' },
      'exact',
      4,
      6,
    ],
    [
      'by a suffix in other letters',
      'one in Café, one in town',
      { exact: 'one', suffix: ' in CAFE,' },
      'exact',
      0,
      3,
    ],
    ['by a folded prefix', '甲：1家；乙：1家', { exact: '1家', prefix: '乙:' }, 'exact', 7, 9],
    [
      'after a space that the prefix leaves out',
      'at one, in one',
      { exact: 'one', prefix: 'in' },
      'exact',
      11,
      14,
    ],
    [
      'between prefix and suffix, but for a small change',
      '甲。全镇的企业已经全部复工了。乙',
      { exact: '全镇的企业业已全部复工了', prefix: '甲。', suffix: '。乙' },
      'context',
      2,
      14,
    ],
  ])('%s', (...[, text, quote, how, start, end]) => {
    expect(find(text, quote)).toMatchObject({ ok: true, value: { how, start, end } })
  })
})

describe('a passage is not found', () => {
  it.each<[string, string, Quote, string]>([
    ['where it is absent', '复工', { exact: '停工' }, 'passage-absent'],
    ['where it stands twice', '1家,1家', { exact: '1家' }, 'passage-ambiguous'],
    ['where it overlaps itself', '天天天', { exact: '天天' }, 'passage-ambiguous'],
    [
      'where it stands twice with that prefix',
      '共1家,共1家',
      { exact: '1家', prefix: '共' },
      'passage-ambiguous',
    ],
    ['where it stands twice when folded', '1 家,１家', { exact: '1\n家' }, 'passage-ambiguous'],
    ['where its prefix is another', '共1家', { exact: '1家', prefix: '仅' }, 'context-differs'],
    ['where its suffix is another', '1家厂', { exact: '1家', suffix: '店' }, 'context-differs'],
    [
      'at its offsets with another prefix',
      '共1家',
      { exact: '1家', start: 1, end: 3, prefix: '仅' },
      'context-differs',
    ],
    [
      'where its prefix is longer than what stands before',
      'abc',
      { exact: 'b', prefix: 'ab' },
      'context-differs',
    ],
    ['in other digits', '全镇852家企业', { exact: '全镇825家企业' }, 'digits-differ'],
    [
      'in other digits of other width',
      '全镇８５２家企业',
      { exact: '全镇825家企业' },
      'digits-differ',
    ],
    ['where a space parts the digits', '编号1 23', { exact: '编号12 3' }, 'passage-absent'],
    ['where a space parts the words', 'now here', { exact: 'nowhere' }, 'passage-absent'],
    [
      'between prefix and suffix with another numeral',
      '甲。全镇的企业中有九家已经全部复工了。乙',
      { exact: '全镇的企业中有七家已经全部复工了', prefix: '甲。', suffix: '。乙' },
      'passage-absent',
    ],
    [
      'between prefix and suffix in quite other words',
      '甲。全镇的企业尚未恢复生产。乙',
      { exact: '全镇的企业已经全部复工', prefix: '甲。', suffix: '。乙' },
      'passage-absent',
    ],
    ['where it is white space alone', 'a b', { exact: '\u3000' }, 'passage-absent'],
  ])('%s', (_, text, quote, reason) => {
    expect(find(text, quote)).toMatchObject({ ok: false, failure: { rule: reason } })
  })
})

/** Texts that repeat themselves, with every class of character that folding or counting knows. */
const character = fc.constantFrom(...Array.from('阜沙镇家19０a b\n“”"，,。𠮷Ａ'))
const passageOfText = fc
  .tuple(fc.array(character, { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat({ max: 11 }))
  .map(([characters, seed, length]) => {
    const start = seed % characters.length
    const end = Math.min(characters.length, start + 1 + length)
    return { characters, start, end, exact: characters.slice(start, end).join('') }
  })
  // Words that begin or end within a number are refused.
  .filter(({ characters, start, end }) =>
    [start, end].every(
      (at) =>
        !/[\p{N}〇一二十百千万.,]{2}/u.test(characters.slice(Math.max(0, at - 1), at + 1).join('')),
    ),
  )

describe('any passage of any text', () => {
  it('is found at its offsets', () => {
    fc.assert(
      fc.property(passageOfText, ({ characters, start, end, exact }) => {
        expect(find(characters.join(''), { exact, start, end })).toEqual({
          ok: true,
          value: { start, end, how: 'offset', words: exact },
        })
      }),
    )
  })

  it('is found after the text has moved, by the marks around it', () => {
    fc.assert(
      fc.property(passageOfText, fc.nat({ max: 5 }), ({ characters, start, end, exact }, moved) => {
        const marked = [
          '〇'.repeat(moved),
          ...characters.slice(0, start),
          '¶',
          exact,
          '§',
          ...characters.slice(end),
        ]
        const found = find(marked.join(''), { exact, prefix: '¶', suffix: '§', start, end })
        expect(found).toMatchObject({ ok: true, value: { start: start + moved + 1, words: exact } })
      }),
    )
  })

  it('is never found with a changed digit', () => {
    let seen = 0
    const changes = passageOfText.chain((passage) =>
      fc.tuple(fc.constant(passage), fc.constantFrom('2', '3', '4', '5')),
    )
    fc.assert(
      fc.property(changes, ([{ characters, start, end, exact }, digit]) => {
        const changed = exact.replace(/[190０]/, digit)
        if (changed === exact) return
        seen++
        const text = [
          ...characters.slice(0, start),
          '¶',
          exact,
          '§',
          ...characters.slice(end),
        ].join('')
        expect(find(text, { exact: changed, start, end }).ok).toBe(false)
        expect(find(text, { exact: changed, prefix: '¶', suffix: '§' }).ok).toBe(false)
      }),
    )
    expect(seen).toBeGreaterThan(20)
  })

  it('is found again at the offsets that were answered', () => {
    fc.assert(
      fc.property(passageOfText, ({ characters, exact }) => {
        const text = prepareText(characters.join(''))
        const found = findPassage(text, { exact })
        if (!found.ok) return
        const { start, end, words } = found.value
        expect(findPassage(text, { exact: words, start, end })).toMatchObject({
          value: { start, end, how: 'offset' },
        })
      }),
    )
  })
})

it('a text takes as long as it is, also where it nearly repeats the words', () => {
  const quotes = Array.from({ length: 50 }, (_, index) => ({
    exact: '复产。尾',
    suffix: index === 0 ? '没有' : '',
  }))
  const search = (size: number) => {
    const text = prepareText(`${'阜沙镇一手抓疫情防控，一手抓复工复产。'.repeat(size)}尾`)
    expect(quotes.filter((quote) => findPassage(text, quote).ok)).toHaveLength(49)
  }
  expect(growth(5_000, search)).toBeLessThan(25)
})

describe('the citations of a source', () => {
  const given = { id: 'town-news', text: sourceText, sha256: 'a'.repeat(64) }

  it('are counted by how they were found', () => {
    const cited = document({
      events: [
        event({
          citations: [
            citation({ exact: '镇报', start: 0, end: 2 }),
            citation({ exact: '李明到会' }),
            citation({ exact: '3月6日，李明' }),
            citation({ source: 'other', exact: '不在' }),
          ],
        }),
      ],
    })
    expect(checkCitations(cited, given)).toEqual({
      faults: [],
      found: { offset: 1, exact: 1, folded: 1, context: 0 },
      changed: [],
    })
  })

  it('are refused with a pointer to the cited words', () => {
    const cited = document({
      events: [event(), event({ citations: [citation(), citation({ exact: '91个党支部' })] })],
    })
    expect(checkCitations(cited, given).faults).toEqual([
      {
        pointer: '/events/1/citations/1/exact',
        reason: 'digits-differ',
        broken: {
          rule: 'digits-differ',
          values: { words: '19个党支部' },
          proposals: ['19个党支部'],
        },
      },
    ])
  })

  it('come with a hint how to correct them', () => {
    const cited = document({
      events: [event({ citations: [citation({ exact: '月' }), citation({ exact: '昨天' })] })],
    })
    expect(
      checkCitations(cited, given).faults.map(({ reason, broken }) => [
        reason,
        ruleInWords(broken, 'en').hint,
      ]),
    ).toEqual([
      ['passage-ambiguous', 'add a prefix, a suffix, or start and end'],
      ['passage-absent', 'cite the words of the source as they stand there'],
    ])
  })

  it('are of the text that the document names by its SHA-256', () => {
    const of = (sha256: string) =>
      checkCitations(document({ sources: [source({ sha256 })] }), given).faults
    expect(of('a'.repeat(64))).toEqual([])
    expect(of('b'.repeat(64))).toMatchObject([
      { pointer: '/sources/0/sha256', reason: 'source-differs' },
    ])
  })

  it('show the words of the source where they are not quite the cited ones', () => {
    const near = citation({ exact: '19个党支部已成立', prefix: '2月上旬,', suffix: '。截至' })
    const report = checkCitations(document({ events: [event({ citations: [near] })] }), given)
    expect(report.changed).toEqual([
      { pointer: '/events/0/citations/0/exact', words: '19个党支部成立' },
    ])
  })
})

it('words that are not there come with the nearest ones [fault 9.2]', () => {
  const source = prepareText('镇报\n\n截至2月24日,全镇108家企业已经复工复产。3月6日,李明到会。')
  const found = findPassage(source, { exact: '截至2月24日,全镇108家企业陆续复工' })
  expect(found).toMatchObject({
    ok: false,
    failure: { rule: 'passage-absent', proposals: ['截至2月24日,全镇108家企业已经复工'] },
  })
  const absent = findPassage(source, { exact: '教育局召开会议' })
  expect(absent).toEqual({ ok: false, failure: { rule: 'passage-absent', values: {} } })
})

it('the nearest words are those of one entry, where all entries are alike', () => {
  const entries = [
    '4 May 1927: A bridge at Mill Street served 5068 people.',
    '5 May 1927: A bridge at Mill Street served 8836 people.',
    '6 May 1927: A bridge at Mill Street served 42 people.',
  ]
  const source = prepareText(entries.map((entry) => `* ${entry}`).join('\n'))
  const found = findPassage(source, { exact: entries[1]!.replace('at Mill', 'near Mill') })
  expect(found).toMatchObject({ ok: false, failure: { proposals: [entries[1]] } })
})

describe('a number of the source', () => {
  const source = prepareText(
    '1992年6月2日，第30次大会，到会7015人。1992年5月1日，第29次大会，到会3648人。桥全长120米，造价1,200元，宽3.5米，共一百二十一人。',
  )
  const ruleOf = (quote: Parameters<typeof findPassage>[1]) => {
    const result = findPassage(source, quote)
    return result.ok ? result.value.words : [result.failure.rule, result.failure.proposals]
  }

  it.each([
    ['桥全长12', '桥全长120'],
    ['20米', '120米'],
    ['造价1', '造价1,200'],
    ['200元', '1,200元'],
    ['5米', '3.5米'],
    ['二十一人', '一百二十一人'],
    ['桥全长１２', '桥全长120'],
  ])('is not cut: %s', (exact, whole) => {
    expect(ruleOf({ exact })).toEqual(['digits-differ', [whole]])
  })

  it.each(['120米', '1,200元', '宽3.5', '6月2日', '，第30次大会'])('stands whole: %s', (exact) => {
    expect(ruleOf({ exact })).toBe(exact)
  })

  it('with other digits is that of the likest place', () => {
    const cited = '1992年6月2日，第30次大会，到会7016人'
    const meant = '1992年6月2日，第30次大会，到会7015人'
    expect(ruleOf({ exact: cited })).toEqual(['digits-differ', [meant]])
    expect(ruleOf({ exact: meant })).toBe(meant)
  })

  it('stands whole in the nearest words', () => {
    const [rule, proposals] = ruleOf({ exact: '1992年5月1日，第29次会议，到会3649人' })
    expect(rule).toBe('passage-absent')
    expect(proposals?.[0]).toMatch(/到会3648/)
  })
})
