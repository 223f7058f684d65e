// <event-timeline>: a timeline on any page. Its child elements are the fallback until it loads.
import { startDisplay } from './display.ts'
import { attributeNames, settingsOf } from './settings.ts'

/** @example <event-timeline src="https://host.example/timelines/fusha-2020"></event-timeline> */
export class EventTimeline extends HTMLElement {
  static readonly observedAttributes: readonly string[] = attributeNames

  #root = this.attachShadow({ mode: 'open' })
  /** Ends the current run. */
  #end: (() => void) | undefined
  #nearness: IntersectionObserver | undefined
  #isChanging = false

  connectedCallback(): void {
    this.#showChild()
    if (this.getAttribute('loading') === 'eager') return this.#start()
    this.#nearness = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start()
      },
      { rootMargin: '600px' },
    )
    this.#nearness.observe(this)
  }

  disconnectedCallback(): void {
    this.#nearness?.disconnect()
    this.#end?.()
    this.#end = undefined
  }

  /** Several attributes that change together cause one restart. */
  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return
    if (name === 'loading') {
      // When it loads says nothing of what is shown.
      if (this.isConnected && this.#nearness && !this.#end && now === 'eager') this.#start()
      return
    }
    if (!this.#end || this.#isChanging) return
    this.#isChanging = true
    queueMicrotask(() => {
      this.#isChanging = false
      if (this.#end) this.#start()
    })
  }

  /** Loads again with the attributes as they are, and nothing that was kept. */
  reload(): void {
    if (this.isConnected) this.#start(true)
  }

  #start(isAnew = false): void {
    this.#nearness?.disconnect()
    this.#end?.()
    this.#showChild()
    this.#end = startDisplay(this, this.#root, settingsOf(this), isAnew)
  }

  /** Shows the fallback until something else is drawn. */
  #showChild(): void {
    this.#root.replaceChildren(document.createElement('slot'))
  }
}

if (!customElements.get('event-timeline')) customElements.define('event-timeline', EventTimeline)
