// An HTTP server on loopback, at a port that the system chooses.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Loopback {
  readonly origin: string
  close(): Promise<void>
}

export async function listenOnLoopback(answer: RequestListener, port = 0): Promise<Loopback> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(port, 'localhost', resolve)
  })
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  }
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close }
}
