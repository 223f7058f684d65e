// How work grows with its size, on machines of any speed and load: sizes are compared with each
// other, never with wall-clock time.

/**
 * How many times as long the work takes for eight times the size: about 8 if growth is linear, 64
 * if it is quadratic. Times below a millisecond count as one.
 */
export function growth(size: number, work: (size: number) => void): number {
  const small = quickest(5, () => work(size))
  const large = quickest(5, () => work(8 * size))
  return Math.max(1, large) / Math.max(1, small)
}

/**
 * Milliseconds of the quickest of some rounds, in CPU time of this thread: waiting for a busy
 * machine does not count.
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
