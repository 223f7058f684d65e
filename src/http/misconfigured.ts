// The service while a setting cannot be used: each request is told which one and why, so that whoever
// deployed it meets the reason at the first look, and no half of the service runs without the other.
import type { App } from './app.ts'
import { broken } from '../domain/broken-rule.ts'
import { problem, problemResponse } from './problem.ts'
import { createResponder } from './response/responder.ts'

/** The types of problems are relative to the service (RFC 9457, 3.1.1): its address may be the fault. */
const nowhere = { publicUrl: '' }

/** `faults` name the settings and their rules, never their values. */
export const misconfiguredApp = (faults: readonly string[]): App => ({
  async fetch({ method }) {
    const errors = faults.map((fault) => ({ broken: broken('unusable-setting', { fault }) }))
    return createResponder(nowhere)(
      problemResponse(problem('misconfigured', { errors }), { ...nowhere, method, language: 'en' }),
    )
  },
})
