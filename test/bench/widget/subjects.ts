// What is compared, and where each shows the titles of its events.
import timelinejs from '@knight-lab/timelinejs/package.json' with { type: 'json' }
import vis from 'vis-timeline/package.json' with { type: 'json' }
import { filtered } from './events.ts'

export interface Subject {
  readonly name: string
  /** On which of the two sites, and under which path, before the id of the timeline. */
  readonly site: 'service' | 'host'
  readonly path: string
  /** The titles of events, not that of the whole. */
  readonly titles: string
  /** What shows the events first, where that is not a title. */
  readonly first?: string
  /** Code that shows the events of one theme, where that can be done without another page. */
  readonly filter?: string
}

export const page: Subject = {
  name: 'our page',
  site: 'service',
  path: '/timelines/',
  titles: 'article .event-body > :first-child',
  // The lanes of the picture, which is above the list.
  first: '.picture .lane-name',
}

export const element: Subject = {
  name: 'our element',
  site: 'host',
  path: '/element/',
  titles: 'article [part=title]',
  // A long timeline has chips and a list.
  first: '.picture .lane-name, article [part=title]',
  filter: `document.querySelector('event-timeline').shadowRoot
    .querySelector(':is(.lane-name, .chip)[href*="theme=${filtered.theme}"]').click()`,
}

export const subjects: readonly Subject[] = [
  page,
  element,
  {
    name: `TimelineJS ${timelinejs.version}`,
    site: 'host',
    path: '/timelinejs/',
    titles: '.tl-slide:not(.tl-slide-titleslide) .tl-headline, .tl-timemarker .tl-headline',
  },
  {
    name: `vis-timeline ${vis.version}`,
    site: 'host',
    path: '/vis/',
    titles: '.vis-item .vis-item-content',
    filter: `theme = '${filtered.theme}'; shown.refresh()`,
  },
]
