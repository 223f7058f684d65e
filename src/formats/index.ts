// The table of formats: a new one is one file and one row. In the order in which people see them.
import { atom } from './atom.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { ics } from './ics.ts'
import { jcal } from './jcal.ts'
import { jsonFeed } from './json-feed.ts'
import { jsonLd } from './json-ld.ts'
import { markdown } from './markdown.ts'
import { ndjson } from './ndjson.ts'
import { rss } from './rss.ts'
import { timelineJs } from './timelinejs.ts'

export const formats: readonly Format[] = [
  ics,
  atom,
  rss,
  jsonFeed,
  csv,
  jsonLd,
  markdown,
  timelineJs,
  jcal,
  ndjson,
]
