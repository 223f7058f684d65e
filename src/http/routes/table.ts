// The table of routes. The first route that matches a path answers.
import type { Route } from '../route.ts'
import { corrections } from './corrections.ts'
import { changesSince, editionLog, editionPart, oneEdition } from './editions.ts'
import { event, events } from './events.ts'
import { eventFeeds, feeds, pagesAsMarkdown } from './formats.ts'
import { eventPreview, timelinePreview } from './preview.ts'
import { pages } from './pages.ts'
import { countedLanes } from './picture.ts'
import { documentSchema, health, icon, llms, openapi, problemType } from './meta.ts'
import { mcp } from './mcp.ts'
import { reference } from './reference.ts'
import { robots, sitemap } from './sitemap.ts'
import { timeline, timelines } from './timelines.ts'
import { oembed, widgetFile } from './widget.ts'
import { edit } from './writes/edit.ts'
import { publish, rollBack, takeDown } from './writes/publish.ts'
import { repairList, repairTimeline } from './writes/repair.ts'
import { commitSegment, giveUpSegment, leaseSegment, uploadParts } from './writes/segments.ts'

export const routes: readonly Route[] = [
  timelines,
  timeline,
  publish,
  edit,
  rollBack,
  takeDown,
  repairTimeline,
  repairList,
  leaseSegment,
  uploadParts,
  commitSegment,
  giveUpSegment,
  events,
  ...feeds,
  ...eventFeeds,
  event,
  countedLanes,
  editionLog,
  oneEdition,
  editionPart,
  changesSince,
  corrections,
  ...pagesAsMarkdown,
  ...pages,
  widgetFile,
  oembed,
  openapi,
  documentSchema,
  reference,
  problemType,
  health,
  llms,
  robots,
  icon,
  timelinePreview,
  eventPreview,
  sitemap,
  mcp,
]
