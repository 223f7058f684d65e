// The publisher that the Worker calls: the Durable Object of the timeline. Failed calls become
// `Result` values.
import { failed } from '../../domain/result.ts'
import type { PublisherObject } from './publisher-object.ts'
import type { CommitResult, Publisher } from '../../store/publish/publisher.ts'

/** @example an object that throws → failed({ reason: 'unavailable' }), and the error is reported */
export function createPublisherClient(
  objects: DurableObjectNamespace<PublisherObject>,
  report: (error: unknown) => void,
): Publisher {
  // Calls are not retried: that would only add to the load of an overloaded object.
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
