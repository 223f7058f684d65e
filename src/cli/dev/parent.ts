// Detects that the parent process is gone, however it ended: the system then reassigns its children
// to another parent (POSIX). So nothing outlives a killed start.

/** Calls back once, within half a second after this process has lost its parent. */
export function onParentGone(callback: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, 500)
  timer.unref()
}
