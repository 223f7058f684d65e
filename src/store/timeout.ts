// Ends the wait for a store that hangs. How long a reader waits, and what it gets then, is in
// read/isolate-cache.ts.

/**
 * The promise, or a rejection after `milliseconds`.
 * @example withTimeout(a promise that never settles, 600) → rejects after 600 milliseconds
 */
export async function withTimeout<Value>(
  promise: Promise<Value>,
  milliseconds: number,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('deadline')), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    if (timer !== undefined) clearTimeout(timer)
  }
}
