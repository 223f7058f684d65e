// The contract of a host: what every host must do for the service, through its front door alone.
//
// To point it at another host, write one adapter, a `StartHost` (host.ts): a function that starts the
// service on that host over empty storage and answers { publicUrl, token, fetch, restart, stop }; then
//
//   describeHost('Node', startNode)
//
// in a file test/host/<host>.test.ts. cloudflare.test.ts and memory.test.ts are the models.
import { afterAll, beforeAll, describe } from 'vitest'
import { filesAreServed } from './files.ts'
import type { RunningHost, StartHost } from './host.ts'
import { publishingWorks } from './publishing.ts'
import { readsWork } from './reads.ts'
import { restartsLoseNothing } from './restarts.ts'

export function describeHost(name: string, start: StartHost): void {
  describe(`the host ${name}`, () => {
    let running: RunningHost | undefined
    const host = (): RunningHost => {
      if (running === undefined) throw new Error(`${name} has not been started`)
      return running
    }
    beforeAll(async () => {
      running = await start()
    })
    afterAll(() => running?.stop())

    describe('reads', () => {
      readsWork(host)
    })
    describe('files', () => {
      filesAreServed(host)
    })
    describe('publishing', () => {
      publishingWorks(host)
    })
    describe('restarts', () => {
      restartsLoseNothing(host)
    })
  })
}
