/** The octets of all, one after the other. */
export function concatenated(all: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const octets of all) {
    whole.set(octets, at)
    at += octets.length
  }
  return whole
}
