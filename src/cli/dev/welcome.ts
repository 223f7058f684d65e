// What `npm start` says, in Chinese and English. Pure strings.
import { dirname } from 'node:path'
import type { ServiceFailure } from '../service/http-client.ts'
import { editionName } from '../service/kept.ts'
import { visible } from '../terminal.ts'
import type { PublishReport, Superseded } from './publish-data.ts'

/** One line for a timeline that is served as `data/` has it, several for any other. */
export function reportLines({ timeline, file, outcome }: PublishReport, origin: string): string[] {
  if (!outcome.ok)
    return [`✗ ${timeline}  未发布 not published: ${file}`, ...failureLines(outcome.failure)]
  if (outcome.value.state === 'superseded')
    return [
      `! ${timeline}  未发布 not published: ${file}`,
      ...standingLines(outcome.value),
      ...wayBack({ timeline, file, older: outcome.value.older, origin }),
    ]
  const { edition, state } = outcome.value
  const done = state === 'published' ? '已发布 published' : '未改动 unchanged'
  return [`✓ ${timeline}  第${edition}版 edition ${edition}, ${done}`]
}

/** Which edition stands, by whom, and why the file does not replace it. */
function standingLines({ current, older }: Superseded): string[] {
  const by = visible(current.by)
  return [
    `  现为第${current.number}版, 由 ${by} 发布; 此文件是第${older}版的内容, 没有覆盖新版`,
    `  ${editionName(current)} stands; the file is that of edition ${older} and did not replace it`,
  ]
}

interface WayBack {
  readonly timeline: string
  readonly file: string
  readonly older: number
  readonly origin: string
}

const wayBack = ({ timeline, file, older, origin }: WayBack): string[] => [
  row('发布文件 Publish', `npx jishi publish ${dirname(file)} --to ${origin}`),
  row('退回 Roll back', `npx jishi rollback ${timeline} ${older} --to ${origin}`),
  row('从头开始 Afresh', 'npm start -- --fresh'),
]

function failureLines(failure: ServiceFailure): string[] {
  const status = failure.status === 0 ? '' : `${failure.status} `
  return [
    `  ${status}${failure.title}${failure.detail === null ? '' : `: ${failure.detail}`}`,
    ...failure.faults.map(
      ({ at, detail }) => `    ${at === '' ? '(whole document)' : at}  ${detail}`,
    ),
  ]
}

/** The addresses to open: those of every timeline, then those of the service. */
export function addressLines(origin: string, timelines: readonly string[]): string[] {
  return [
    ...timelines.flatMap((timeline) => timelineLines(origin, timeline)),
    row('全部 Timelines', `${origin}/v1/timelines`),
    row('文档 Reference', `${origin}/docs`),
  ]
}

export const row = (label: string, text: string): string =>
  `  ${label}${' '.repeat(Math.max(1, 18 - columns(label)))}${text}`

function timelineLines(origin: string, timeline: string): string[] {
  const events = `${origin}/v1/timelines/${timeline}/events`
  return [
    row('网页 Page', `${origin}/timelines/${timeline}`),
    row('接口 API', events),
    row('日历 Calendar', `${events}.ics`),
    row('订阅 Subscribe', `${events.replace(/^https?:/, 'webcal:')}.ics`),
  ]
}

/** Columns in a terminal, where a Chinese character takes two. */
const columns = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0)
