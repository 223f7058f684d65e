// The encodings in which people save texts.
import { expect, it, test } from 'vitest'
import { readText } from '../../src/domain/text/read-text.ts'

const little = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const big = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())

const texts = [
  'date,title\n2020,A',
  'date,title',
  '{"events":[{"title":"一一镇"}]}',
  '日期，标题\n2020年1月26日，镇里一一统一部署\n2020年1月29日，刀\u3000一',
  'Дата,Событие\n2020,Открытие музея',
  'café, naïve, été 1950',
]

test.each(texts.flatMap((text) => [['LE', text, little] as const, ['BE', text, big] as const]))(
  'UTF-16%s without a byte order mark is read where it is certain: %j',
  (order, text, encode) => {
    expect(readText(encode(text))).toEqual({
      ok: true,
      value: { text, encoding: `UTF-16${order}` },
    })
  },
)

test.each([
  ['a few words of Chinese with one line end', little('镇报一一\n')],
  ['half a character at the end', little('date,title\n2020,A').subarray(0, -1)],
  ['half a surrogate pair', little('date,title\n2020,\ud800A')],
  ['numbers of 32 bits', new Uint8Array(new Uint32Array([65, 66, 67, 68, 69, 70, 71, 72]).buffer)],
  ['controls between letters', little('date,title\u0001\u0002')],
  ['as many characters of either order', little('abcdefghi\u4100\u4200\u4300')],
])('%s is no text', (_, bytes) => {
  expect(readText(bytes)).toMatchObject({ ok: false, failure: { rule: 'not-a-text' } })
})

it('reads what is UTF-8 or GB18030 as that', () => {
  const bytes = new TextEncoder().encode('date,title\n2020,镇')
  expect(readText(bytes)).toMatchObject({ value: { encoding: 'UTF-8' } })
  // 镇,20 in GBK.
  const gbk = Uint8Array.from([0xd5, 0xf2, 0x2c, 0x32, 0x30])
  expect(readText(gbk)).toMatchObject({ value: { text: '镇,20', encoding: 'GB18030' } })
})
