// Puts markup into the shadow root: only what the renderer made, as Trusted Types if the site
// requires them (the policy is called event-timeline).
import { printHtml, type Html } from '../../markup/html.ts'

interface Policy {
  createHTML(text: string): string
}

declare global {
  // Until TypeScript's own DOM library has Trusted Types.
  var trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined
}

let policy: Policy | undefined

/** Throws if the site forbids the policy. */
export function draw(target: Element | ShadowRoot, markup: Html): void {
  if (!policy) {
    const rules: Policy = { createHTML: (text) => text }
    policy = globalThis.trustedTypes?.createPolicy('event-timeline', rules) ?? rules
  }
  target.innerHTML = policy.createHTML(printHtml(markup))
}
