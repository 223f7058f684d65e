// Finds a free port. Does not reserve it: binding it later may still fail.
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

// The wildcard address, too: on macOS a listener there does not prevent others on loopback.
const hosts = ['127.0.0.1', '::1', '0.0.0.0']
const neighbours = 20

/** The preferred port, else one of the next twenty that is free, else any; 0 asks for any. */
export async function freePort(preferred: number): Promise<number> {
  for (let port = preferred; port > 0 && port <= Math.min(preferred + neighbours, 65_535); port++)
    if (await isFree(port)) return port
  return bind(0, '127.0.0.1')
}

async function isFree(port: number): Promise<boolean> {
  for (const host of hosts) {
    try {
      await bind(port, host)
    } catch (error) {
      // A machine without IPv6 has no ::1 to be taken.
      if (!/EADDRNOTAVAIL|EAFNOSUPPORT/.test(String(error))) return false
    }
  }
  return true
}

async function bind(port: number, host: string): Promise<number> {
  await using server = createServer().listen({ port, host, exclusive: true })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
