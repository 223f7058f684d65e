// What outputs make of an event or of a timeline, kept per isolate in bounded memory, so that a list under
// a new filter joins what lists under others have made. Each value depends on nothing but its edition, its
// event and its key: who reads a kept one cannot tell it from one made anew.

/** Maximum characters that an isolate keeps of all outputs together. */
export const maxRenderedCharacters = 8_000_000

/** The value for an owner, such as an event, under a key that tells everything else; made if it is not kept. */
export type RenderedOf<Made> = (owner: object, key: string, make: () => Made) => Made

type Kept<Made> = WeakMap<object, WeakMap<object, Map<string, Made>>>

/** Half of what is kept is recent. When that is full, what was not asked for since the last time is dropped. */
const outputs: (() => void)[] = []
let recentCharacters = 0

/**
 * Keeps what one output makes; `sizeOf` counts its characters. What is kept of an edition goes with the
 * timeline of its reader, and of an event with the event.
 * @example const jsonOf = renderings<string>(({ length }) => length)
 * jsonOf(timeline)(event, 'en', () => write(event)) → '{"id":…'
 */
export function renderings<Made>(
  sizeOf: (made: Made) => number,
): (timeline: object) => RenderedOf<Made> {
  let [recent, older]: [Kept<Made>, Kept<Made>] = [new WeakMap(), new WeakMap()]
  outputs.push(() => {
    ;[recent, older] = [new WeakMap(), recent]
  })
  return (timeline) => (owner, key, make) => {
    const known = recent.get(timeline)?.get(owner)?.get(key)
    if (known !== undefined) return known
    const made = older.get(timeline)?.get(owner)?.get(key) ?? make()
    recentCharacters += sizeOf(made)
    if (recentCharacters > maxRenderedCharacters / 2) {
      recentCharacters = sizeOf(made)
      for (const age of outputs) age()
    }
    const ofTimeline = recent.get(timeline) ?? new WeakMap<object, Map<string, Made>>()
    recent.set(timeline, ofTimeline)
    const ofOwner = ofTimeline.get(owner) ?? new Map<string, Made>()
    ofTimeline.set(owner, ofOwner.set(key, made))
    return made
  }
}
