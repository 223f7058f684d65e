// The table of formats, in the order of the user interface. A new format is one file and one row.
import { atom } from './feed/atom.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { ics } from './icalendar/ics.ts'
import { jcal } from './icalendar/jcal.ts'
import { jsonFeed } from './feed/json-feed.ts'
import { jsonLd } from './json-ld/graph.ts'
import { markdown } from './markdown.ts'
import { ndjson } from './json/ndjson.ts'
import { rss } from './feed/rss.ts'
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
