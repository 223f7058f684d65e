// The publisher as the Worker calls it: the Durable Object of the timeline, with its failures to
// answer as values.
import { failed, type Result } from '../../domain/result.ts'
import type { Publisher as PublisherObject } from './publisher-object.ts'
import type { Published, PublishFailure, Publisher } from '../../store/publish/publisher.ts'

type Outcome = Result<Published, PublishFailure>

export function createPublisherClient(
  objects: DurableObjectNamespace<PublisherObject>,
  report: (error: unknown) => void,
): Publisher {
  // An overloaded object is not asked again: that would only add to its load.
  const call = async (answer: Promise<unknown>): Promise<Outcome> => {
    try {
      return (await answer) as Outcome
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
