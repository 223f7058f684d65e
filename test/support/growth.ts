// How work grows with its size, on machines of any speed and however busy: sizes are compared with
// each other, never with a clock on the wall.

/**
 * How many times as long the work takes for eight times the size: about 8 where it grows in
 * proportion, 64 where it grows with the square. What takes no time counts as a millisecond.
 */
export function growth(size: number, work: (size: number) => void): number {
  const small = quickest(5, () => work(size))
  const large = quickest(5, () => work(8 * size))
  return Math.max(1, large) / Math.max(1, small)
}

/**
 * Milliseconds of the quickest of some rounds, as this thread was at work: the time for which a busy
 * machine let it wait does not count.
 */
function quickest(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
