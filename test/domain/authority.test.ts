// The domain of those who assign the identifiers of a timeline.
import { expect, test } from 'vitest'
import { checkDocument } from '../../src/domain/check/rules.ts'
import { document } from '../support/document.ts'

const isTaken = (domain: string) =>
  checkDocument(document({ authority: { domain, date: '2026' } })).ok

test('domains are in any letters, written in ASCII, also where the last label is in others', () => {
  const hosts = ['明德.中国', '學校.香港', 'школа.рф', 'مدرسة.مصر', '明德.example', 'a.b.example']
  expect(hosts.map((host) => isTaken(new URL(`https://${host}`).host))).not.toContain(false)
})

test.each(['明德.中国', 'a', 'a.1', 'a.xn--', 'a.xn--b-', '-a.example', 'A.example'])(
  '%s is no domain',
  (domain) => expect(isTaken(domain)).toBe(false),
)
