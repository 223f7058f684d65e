// The publisher as the Worker calls it: the Durable Object of the timeline, with its failures to
// answer as values.
import { failed } from '../../domain/result.ts'
import type { PublisherObject } from './publisher-object.ts'
import type { CommitResult, Publisher } from '../../store/publish/publisher.ts'

export function createPublisherClient(
  objects: DurableObjectNamespace<PublisherObject>,
  report: (error: unknown) => void,
): Publisher {
  // An overloaded object is not asked again: that would only add to its load.
  const call = async (answer: Promise<unknown>): Promise<CommitResult> => {
    try {
      return (await answer) as CommitResult
    } catch (error) {
      report(error)
      return failed({ reason: 'unavailable' })
    }
  }
  return {
    publish: (request) => call(objects.getByName(request.timeline).publish(request)),
    takeDown: (request) => call(objects.getByName(request.timeline).takeDown(request)),
    restore: (request) => call(objects.getByName(request.timeline).restore(request)),
  }
}
