// What `npm start` prints, in the language that is spoken. Pure strings.
import { dirname } from 'node:path'
import type { Connection } from '../service/connection.ts'
import { editionName } from '../service/kept.ts'
import type { SeedResult } from './seed.ts'
import { say } from '../terminal/speech.ts'

/** One line for a timeline that is served as in `data/`, several for any other. */
export function seedLines(
  { timeline, file, outcome }: SeedResult,
  { command }: Pick<Connection, 'command'>,
): string[] {
  const words = say().start
  const refused = words.notPublished(timeline, file)
  if (!outcome.ok) return [`✗ ${refused}`, ...outcome.failure.map((line) => `  ${line}`)]
  const { edition, isNew = false, superseded } = outcome.value
  if (superseded === undefined) return [`✓ ${timeline}  ${words.served(edition, isNew)}`]
  const { older, by } = superseded
  const { lines } = words
  return [
    `! ${refused}`,
    `  ${older === undefined ? words.others(editionName(by)) : words.older(editionName(by), older)}`,
    `  ${lines.publish}  ${command('publish', dirname(file))}`,
    older === undefined
      ? `  ${lines.pull}  ${command('pull', timeline, '-o', file, '--force')}`
      : `  ${lines.rollBack}  ${command('rollback', timeline, String(older))}`,
    `  ${lines.fresh}  npm start -- --fresh`,
  ]
}

/** The addresses to open: those of every timeline, then those of the service. */
export function addressLines(origin: string, timelines: readonly string[]): string[] {
  const { lines } = say().start
  return [
    ...timelines.flatMap((timeline) => {
      const events = `/v1/timelines/${timeline}/events`
      return [
        `  ${lines.page}  ${origin}/timelines/${timeline}`,
        `  ${lines.api}  ${origin}${events}`,
        `  ${lines.calendar}  ${origin}${events}.ics`,
        `  ${lines.subscribe}  ${origin.replace(/^https?:/, 'webcal:')}${events}.ics`,
      ]
    }),
    `  ${lines.timelines}  ${origin}/v1/timelines`,
    `  ${lines.reference}  ${origin}/docs`,
  ]
}

/** Where the token is kept, and whether it is new. */
export const tokenLine = (file: string, made: boolean): string =>
  `  ${say().start.lines.token}  ${file}${made ? say().start.made : ''}`
