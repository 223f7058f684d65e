// The Durable Object that holds the edition log of one timeline (its name is the timeline's id).
import { DurableObject } from 'cloudflare:workers'
import { createSqliteLog } from './sqlite-log.ts'
import { createPartSource } from '../../store/read/part-source.ts'
import { createPublishing, type Publishing } from '../../store/publish/candidate.ts'
import { readSettings, type HostVariables } from '../settings.ts'
import type { Result } from '../../domain/result.ts'
import type { Registry } from './registry-object.ts'
import type {
  CommitResult,
  EditRequest,
  Lease,
  LeaseRequest,
  PublishFailure,
  PublishRequest,
  Repaired,
  RepairRequest,
  RestoreRequest,
  SegmentCommitRequest,
  SegmentRequest,
  TakeDownRequest,
  Upload,
  UploadRequest,
} from '../../store/publish/publisher.ts'

/** The bindings that the object needs. */
export interface PublisherEnv extends HostVariables {
  readonly TIMELINES: KVNamespace
  readonly REGISTRY: DurableObjectNamespace<Registry>
}

export class PublisherObject extends DurableObject<PublisherEnv> {
  readonly #publishing: Publishing

  constructor(ctx: DurableObjectState, env: PublisherEnv) {
    super(ctx, env)
    this.#publishing = createPublishing({
      log: createSqliteLog(ctx.storage),
      kv: env.TIMELINES,
      sourceOf: (timeline) => createPartSource(env.TIMELINES, timeline),
      list: (line) => env.REGISTRY.getByName('timelines').update(line),
      now: Date.now,
      // Storage writes of one turn are one transaction: the alarm is set if and only if the edition is.
      schedule: (at) => void ctx.storage.setAlarm(at),
      interval: readSettings(env).settings.publishInterval,
    })
  }

  publish(request: PublishRequest): Promise<CommitResult> {
    return this.#publishing.publish(request)
  }

  restore(request: RestoreRequest): Promise<CommitResult> {
    return this.#publishing.restore(request)
  }

  takeDown(request: TakeDownRequest): Promise<CommitResult> {
    return this.#publishing.takeDown(request)
  }

  repair(request: RepairRequest): Promise<Result<Repaired, PublishFailure>> {
    return this.#publishing.repair(request)
  }

  edit(request: EditRequest): Promise<CommitResult> {
    return this.#publishing.edit(request)
  }

  lease(request: LeaseRequest): Promise<Result<Lease, PublishFailure>> {
    return this.#publishing.lease(request)
  }

  upload(request: UploadRequest): Promise<Result<Upload, PublishFailure>> {
    return this.#publishing.upload(request)
  }

  commitSegment(request: SegmentCommitRequest): Promise<CommitResult> {
    return this.#publishing.commitSegment(request)
  }

  giveUp(request: SegmentRequest): Promise<Result<null, PublishFailure>> {
    return this.#publishing.giveUp(request)
  }

  override alarm(): Promise<void> {
    return this.#publishing.drain()
  }
}
