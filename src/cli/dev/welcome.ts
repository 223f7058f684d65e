// What `npm start` prints, in Chinese and English. Pure strings.
import { dirname } from 'node:path'
import { editionName } from '../service/kept.ts'
import { describe, faultLines } from '../service/refusal.ts'
import { visible } from '../terminal.ts'
import type { SeedResult } from './seed.ts'

/** One line for a timeline that is served as in `data/`, several for any other. */
export function seedLines({ timeline, file, outcome }: SeedResult, origin: string): string[] {
  const refused = `${timeline}  未发布 not published: ${file}`
  if (!outcome.ok)
    return [`✗ ${refused}`, `  ${describe(outcome.failure)}`, ...faultLines(outcome.failure)]
  const { edition, isNew = false, superseded } = outcome.value
  if (superseded === undefined)
    return [
      `✓ ${timeline}  第${edition}版 edition ${edition}, ${isNew ? '已发布 published' : '未改动 unchanged'}`,
    ]
  const { older, by } = superseded
  const stands = [visible(by.by), editionName(by)] as const
  return [
    `! ${refused}`,
    ...(older === undefined ? othersLines(edition, stands) : olderLines(edition, older, stands)),
    `  发布文件 Publish  npx jishi publish ${dirname(file)} --to ${origin}`,
    ...(older === undefined
      ? [`  取回 Pull         npx jishi pull ${timeline} -o ${file} --force --to ${origin}`]
      : [`  退回 Roll back    npx jishi rollback ${timeline} ${older} --to ${origin}`]),
    '  从头开始 Afresh   npm start -- --fresh',
  ]
}

const olderLines = (edition: number, older: number, [by, name]: readonly [string, string]) => [
  `  现为第${edition}版, 由 ${by} 发布; 此文件是第${older}版的内容, 没有覆盖新版`,
  `  ${name} stands; the file is that of edition ${older} and did not replace it`,
]

const othersLines = (edition: number, [by, name]: readonly [string, string]) => [
  `  现为第${edition}版, 由 ${by} 发布, 不是由 npm start 发布, 没有覆盖`,
  `  ${name} stands; npm start did not make it, and does not replace it`,
]

/** The addresses to open: those of every timeline, then those of the service. */
export function addressLines(origin: string, timelines: readonly string[]): string[] {
  return [
    ...timelines.flatMap((timeline) => {
      const events = `/v1/timelines/${timeline}/events`
      return [
        `  网页 Page         ${origin}/timelines/${timeline}`,
        `  接口 API          ${origin}${events}`,
        `  日历 Calendar     ${origin}${events}.ics`,
        `  订阅 Subscribe    ${origin.replace(/^https?:/, 'webcal:')}${events}.ics`,
      ]
    }),
    `  全部 Timelines    ${origin}/v1/timelines`,
    `  文档 Reference    ${origin}/docs`,
  ]
}

/** Where the token is kept, and whether it is new. */
export const tokenLine = (file: string, made: boolean): string =>
  `  令牌 Token        ${file}${made ? ' (已生成 made just now, 发布用 for publishing)' : ''}`
