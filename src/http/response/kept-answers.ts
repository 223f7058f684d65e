// Rendered files and pages, kept per isolate and edition: calendars and feeds are polled at the same few
// addresses, pages are read by many, and both change only with their edition.
import type { Rendered } from './conditional.ts'

/** Maximum octets of the files that an isolate keeps together. */
export const maxKeptOctets = 4_000_000

/** Maximum octets of one of them, so that one file does not displace all others. */
export const maxKeptFile = 1_000_000

/** Names of files that were asked for once, and not kept, that are remembered. */
export const maxAskedOnce = 1000

export interface KeptAnswers {
  /**
   * The file of an edition under a name that tells everything else that it depends on; rendered if
   * it is not kept. Once the room was filled, a file takes that of those that were asked for longest ago
   * only if it is asked for again: whoever tries one filter after another displaces nothing that others read.
   * `render` is told whether its file is to be kept.
   */
  get(
    edition: object,
    name: string,
    render: (isToKeep: boolean) => Rendered | Promise<Rendered>,
  ): Rendered | Promise<Rendered>
}

/** @example await createKeptAnswers().get(reader, 'events.ics 3', render) */
export function createKeptAnswers(capacity = maxKeptOctets, largest = maxKeptFile): KeptAnswers {
  // By a number of the edition's object, so that what is kept keeps no edition alive.
  const numbers = new WeakMap<object, number>()
  const kept = new Map<string, { readonly rendered: Rendered; readonly size: number }>()
  const askedOnce = new Set<string>()
  let [editions, filled] = [0, 0]
  let wasFull = false

  /** Whether a file is to take the room of others; remembers its name if not. */
  function isAskedAgain(key: string): boolean {
    if (askedOnce.delete(key)) return true
    for (const oldest of askedOnce) {
      if (askedOnce.size < maxAskedOnce) break
      askedOnce.delete(oldest)
    }
    askedOnce.add(key)
    return false
  }

  function keep(key: string, rendered: Rendered): Rendered {
    const { body } = rendered
    if (!(body instanceof Uint8Array) || body.length > largest) return rendered
    filled += body.length - (kept.get(key)?.size ?? 0)
    kept.delete(key)
    kept.set(key, { rendered, size: body.length })
    for (const [oldest, { size }] of kept) {
      if (filled <= capacity) break
      wasFull = true
      kept.delete(oldest)
      filled -= size
    }
    return rendered
  }

  return {
    get(edition, name, render) {
      const number = numbers.get(edition) ?? ++editions
      numbers.set(edition, number)
      const key = `${number} ${name}`
      const known = kept.get(key)
      if (known === undefined) {
        const isToKeep = !wasFull || isAskedAgain(key)
        const rendered = render(isToKeep)
        if (!isToKeep) return rendered
        return rendered instanceof Promise
          ? rendered.then((done) => keep(key, done))
          : keep(key, rendered)
      }
      // Move it to the end: the one asked for longest ago comes first.
      kept.delete(key)
      kept.set(key, known)
      return known.rendered
    },
  }
}
