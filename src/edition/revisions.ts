// The revision of an event as it is read: the newest of its own and of the parts that it names.
import type { StoredEvent, TimelineEvent } from '../domain/document/event.ts'
import { newestOf, type EarlyRevision, type Revised } from '../domain/document/revision.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import { participants } from '../domain/query/members.ts'
import type { StoredTimeline } from './head.ts'

/**
 * Adds their revisions to events of that timeline. Looks the parts up once.
 * @example an event of edition 1 whose place was renamed by edition 3 → { …, revision: { edition: 3, … } }
 */
export function revisionsOf({
  themes,
  actors,
  sources,
}: Pick<StoredTimeline, 'themes' | 'actors' | 'sources'>): (event: StoredEvent) => TimelineEvent {
  const [themesById, actorsById, sourcesById] = [themes, actors, sources].map(byId)
  return (event) => ({
    ...event,
    revision: newestOf(event.changed, [
      ...event.themes.map((id) => themesById?.get(id)),
      ...participants(event).map((id) => actorsById?.get(id)),
      ...event.citations.map(({ source }) => sourcesById?.get(source)),
    ]),
  })
}

/** Without those of the first edition, which are newer than no event. */
function byId(
  parts: readonly Revised<{ readonly id: string }>[],
): ReadonlyMap<string, EarlyRevision> {
  const later = new Map<string, EarlyRevision>()
  for (const { id, changed } of parts) if (changed.edition > 1) later.set(id, changed)
  return later
}

/** The timeline without the revisions of its parts. */
export function withoutRevisions({ changed: _changed, ...timeline }: StoredTimeline): Timeline {
  return {
    ...timeline,
    themes: timeline.themes.map(unrevised),
    actors: timeline.actors.map(unrevised),
    sources: timeline.sources.map(unrevised),
  }
}

const unrevised = <Part extends object>({
  changed: _changed,
  ...part
}: Revised<Part>): Omit<Revised<Part>, 'changed'> => part
