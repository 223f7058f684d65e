// Finds a port that nothing listens on. Does not hold it: whoever binds it next may still fail.
import { createServer } from 'node:net'

// The wildcard address too: on macOS a listener there does not keep others from loopback.
const addresses = ['127.0.0.1', '::1', '0.0.0.0']
const neighbours = 20

/** The preferred port, else one of the next twenty that is free, else any; 0 asks for any. */
export async function freePort(preferred: number): Promise<number> {
  for (let port = preferred; port > 0 && port <= Math.min(preferred + neighbours, 65_535); port++) {
    if (await isFree(port)) return port
  }
  const port = await bind(0, '127.0.0.1')
  if (typeof port !== 'number') throw new Error(`No free port: ${port.message}`)
  return port
}

async function isFree(port: number): Promise<boolean> {
  for (const address of addresses) {
    const bound = await bind(port, address)
    // A machine without IPv6 has no ::1 to be taken.
    if (
      typeof bound !== 'number' &&
      bound.code !== 'EADDRNOTAVAIL' &&
      bound.code !== 'EAFNOSUPPORT'
    )
      return false
  }
  return true
}

function bind(port: number, host: string): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      server.close(() => resolve(bound))
    })
  })
}
