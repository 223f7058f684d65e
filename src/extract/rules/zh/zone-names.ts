// Time zones by the names that Chinese texts give them, of folded texts: 纽约时间, 美国东部夏令时间.
import type { ZoneName } from '../time-zone.ts'

const names: readonly (readonly [words: string, zone: string | null])[] = [
  ['北京|中国|台北|台[湾灣]|香港|澳门', 'Asia/Shanghai'],
  ['日本|东京', 'Asia/Tokyo'],
  ['韩国|首[尔爾]', 'Asia/Seoul'],
  ['新加坡', 'Asia/Singapore'],
  ['印度', 'Asia/Kolkata'],
  ['泰国|曼谷', 'Asia/Bangkok'],
  ['英国|[伦倫]敦', 'Europe/London'],
  ['法国|巴黎', 'Europe/Paris'],
  ['德国|柏林|欧洲中部|中欧', 'Europe/Berlin'],
  ['瑞士|日内瓦', 'Europe/Zurich'],
  ['意大利|义大利|[罗羅][马馬]', 'Europe/Rome'],
  ['西班牙|[马馬]德里', 'Europe/Madrid'],
  ['莫斯科', 'Europe/Moscow'],
  ['悉尼|雪梨|[坎堪]培拉', 'Australia/Sydney'],
  ['[纽紐]约|华盛[顿頓]|(?:美国)?东部|美东', 'America/New_York'],
  ['芝加哥|(?:美国)?中部|美中', 'America/Chicago'],
  ['洛杉[矶磯]|旧金山|三藩市|(?:美国)?太平洋|(?:美国)?西部|美西', 'America/Los_Angeles'],
  ['格林[尼威]治', 'Etc/UTC'],
  // Places of several zones, and those that only the text itself tells.
  [
    '当地|本地|美国|加拿大|俄[罗羅]斯|澳大利亚|澳洲|巴西|墨西哥|印尼|北美|欧洲|中东|土耳其|伊朗|以色列|[乌烏]克[兰蘭]|朝[鲜鮮]|越南|埃及|沙特|阿联酋|迪拜|杜拜|新西[兰蘭]|[纽紐]西[兰蘭]',
    null,
  ],
]

const places = names.map(([words]) => words).join('|')
const sort = '(?:标准|夏令|冬令|夏季|冬季)'
const universal = '[协協]调世界时|世界[协協]调时|世界标准时|UTC|GMT'

export const zoneName = new RegExp(`(?:${places})(?:${sort}?时间|${sort}时)|${universal}`, 'g')

export const zoneOfAll = new RegExp(`(?:均|皆|都)(?:为|是|系|指|采用)?(${zoneName.source})`)

const known = [
  ...names.map(([words, zone]) => [new RegExp(`^(?:${words})${sort}?时`), zone] as const),
  [new RegExp(universal), 'Etc/UTC'] as const,
]

export const zoneOf = (words: string): ZoneName =>
  known.find(([name]) => name.test(words))?.[1] ?? null
