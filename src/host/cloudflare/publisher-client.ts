// What the Worker calls of the Durable Objects: the publisher of a timeline, and the list of all.
// Failed calls become `Result` values.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { Publisher } from '../../store/publish/publisher.ts'
import type { PublisherObject } from './publisher-object.ts'
import type { Registry } from './registry-object.ts'

type Unavailable = Result<never, { readonly reason: 'unavailable' }>
type Report = (error: unknown) => void

/** @example an object that throws → failed({ reason: 'unavailable' }), and the error is reported */
export function createPublisherClient(
  objects: DurableObjectNamespace<PublisherObject>,
  report: Report,
): Publisher {
  const at = (timeline: string) => objects.getByName(timeline)
  return {
    publish: (request) => answered(() => at(request.timeline).publish(request), report),
    takeDown: (request) => answered(() => at(request.timeline).takeDown(request), report),
    restore: (request) => answered(() => at(request.timeline).restore(request), report),
    repair: (request) => answered(() => at(request.timeline).repair(request), report),
    edit: (request) => answered(() => at(request.timeline).edit(request), report),
    lease: (request) => answered(() => at(request.timeline).lease(request), report),
    upload: (request) => answered(() => at(request.timeline).upload(request), report),
    commitSegment: (request) => answered(() => at(request.timeline).commitSegment(request), report),
    giveUp: (request) => answered(() => at(request.timeline).giveUp(request), report),
  }
}

/** Asks the Registry to write the list of timelines anew; it answers their ids. */
export const createListRepair =
  (objects: DurableObjectNamespace<Registry>, report: Report) =>
  (): Promise<Result<readonly string[], { readonly reason: 'unavailable' }>> =>
    answered(() => objects.getByName('timelines').repair().then(ok), report)

/**
 * Calls are not retried: that would only add to the load of an overloaded object. Finding the object may
 * throw, too, for example where its storage cannot be opened because a disk is full.
 */
async function answered<Answer>(
  ask: () => Promise<unknown>,
  report: Report,
): Promise<Answer | Unavailable> {
  try {
    return (await ask()) as Answer
  } catch (error) {
    report(error)
    return failed({ reason: 'unavailable' })
  }
}
