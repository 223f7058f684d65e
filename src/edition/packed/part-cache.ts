// The parts of segments that an isolate has at hand, checked and decoded, in bounded memory.

export interface PartCache {
  /** The part of a name, whose kind says what it is; undefined if it is not at hand. */
  at(name: string): unknown
  keep(name: string, part: unknown, bytes: number): void
  /** It is read again when it is asked for. */
  drop(name: string): void
}

/** What an isolate keeps, in bytes. */
export const partCacheBytes = 48 * 1024 * 1024

/** Keeps the parts that were used last. */
export function createPartCache(maxBytes = partCacheBytes): PartCache {
  const kept = new Map<string, { readonly part: unknown; readonly bytes: number }>()
  let filled = 0
  const remove = (name: string): void => {
    filled -= kept.get(name)?.bytes ?? 0
    kept.delete(name)
  }
  return {
    at(name) {
      const known = kept.get(name)
      if (known === undefined) return undefined
      kept.delete(name)
      kept.set(name, known)
      return known.part
    },
    keep(name, part, bytes) {
      remove(name)
      kept.set(name, { part, bytes })
      filled += bytes
      for (const oldest of kept.keys()) {
        if (filled <= maxBytes) break
        remove(oldest)
      }
    },
    drop: remove,
  }
}

/** The parts of one timeline: segments of two may have the same name. */
export const cacheOf = (cache: PartCache, timeline: string): PartCache => ({
  at: (name) => cache.at(`${timeline}/${name}`),
  keep: (name, part, bytes) => cache.keep(`${timeline}/${name}`, part, bytes),
  drop: (name) => cache.drop(`${timeline}/${name}`),
})
