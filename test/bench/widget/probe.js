// Runs in a page before anything of it, also in the shadow roots of elements. `wanted`, set before, has
// the selector of event titles, `first` that of what shows the events first. Tells when that is painted, what is in the document, and
// what the browser observed.
globalThis.probe = (() => {
  const roots = () => [
    document,
    ...[...document.querySelectorAll('event-timeline')].flatMap(
      ({ shadowRoot }) => shadowRoot ?? [],
    ),
  ]
  const all = (selector) => roots().flatMap((root) => [...root.querySelectorAll(selector)])
  const titles = () => all(globalThis.wanted)

  /** Within the window, not transparent, not covered. */
  const isSeen = (title) => {
    const { left, right, top, bottom, width, height } = title.getBoundingClientRect()
    if (!width || !height || bottom < 0 || right < 0 || top > innerHeight || left > innerWidth)
      return false
    if (!title.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const [x, y] = [Math.max(left, 0) + 8, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]
    return title.contains(title.getRootNode().elementFromPoint(x, y))
  }

  /** The time at which the frame has been painted in which `isShown` first holds. */
  const painted = (isShown) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isShown()) return requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()))
        port1.start()
        port2.postMessage(0)
      }
      requestAnimationFrame(look)
    })

  /** Nodes of all kinds, those of shadow roots included, and the elements among them. */
  const nodes = () => {
    const count = { all: 0, elements: 0 }
    for (const root of roots()) {
      const walker = document.createTreeWalker(root)
      do {
        count.all++
        if (walker.currentNode.nodeType === Node.ELEMENT_NODE) count.elements++
      } while (walker.nextNode())
    }
    return count
  }

  const seen = { painted: 0, nodes: null, blocked: 0, shift: 0, largest: 0 }
  let busyUntil = 0
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    })
  observe('longtask', ({ startTime, duration }) => {
    seen.blocked += duration - 50
    busyUntil = startTime + duration
  })
  observe('layout-shift', ({ value }) => {
    seen.shift += value
  })
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime
  })
  const isPainted = painted(() => all(globalThis.first).some(isSeen)).then((time) => {
    seen.nodes = nodes()
    seen.painted = time
  })

  /** Painted and loaded, and a second since without a long task. */
  const isSettled = isPainted.then(
    () =>
      new Promise((resolve) => {
        const look = setInterval(() => {
          const since = Math.max(seen.painted, busyUntil)
          if (document.readyState !== 'complete' || performance.now() - since < 1000) return
          clearInterval(look)
          resolve()
        }, 100)
      }),
  )

  return {
    seen,
    nodes,
    isPainted,
    isSettled,
    /** Milliseconds from an action to the paint of a list in which only such titles stand. */
    async untilOnly(isWanted, act) {
      const start = performance.now()
      act()
      const end = await painted(() => {
        const all = titles()
        return all.every(({ textContent }) => isWanted(textContent.trim())) && all.some(isSeen)
      })
      return end - start
    },
  }
})()
