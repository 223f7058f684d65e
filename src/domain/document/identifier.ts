// The identifiers of timelines, themes, actors, sources and events: readable slugs that never change.
import * as v from 'valibot'
import { issueMessage } from '../broken-rule.ts'

const pattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** 1 to 64 characters of a-z, 0-9 and hyphen, beginning and ending with a letter or digit. */
export const Identifier = v.pipe(v.string(), v.regex(pattern, issueMessage('not-an-identifier')))

export const isIdentifier = (text: string): boolean => pattern.test(text)
