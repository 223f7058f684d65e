import * as v from 'valibot'
import { allow } from '../text/allowance.ts'
import { issueMessage } from '../broken-rule.ts'
import { Identifier } from './identifier.ts'
import type { Text } from '../text/language-map.ts'
import { LanguageTag, plainLine, textLine } from '../text/text-schema.ts'

export const actorKinds = ['person', 'organization', 'group', 'place'] as const
export type ActorKind = (typeof actorKinds)[number]

/** A person, an organization, a group without legal form, or a place. */
export const AuthoredActor = v.strictObject({
  id: Identifier,
  /** Absent where it is not known. */
  kind: v.exactOptional(v.picklist(actorKinds)),
  name: textLine(200),
  role: v.exactOptional(textLine(500)),
  memberOf: v.exactOptional(v.array(Identifier)),
  /** Other names, by language. A filter accepts them like the name. */
  aliases: v.exactOptional(
    v.pipe(
      v.record(LanguageTag, v.array(plainLine(200))),
      v.minEntries(1, issueMessage('no-language')),
    ),
  ),
  allow,
})

export interface Actor {
  readonly id: string
  readonly kind?: ActorKind
  readonly name: Text
  readonly role?: Text
  readonly memberOf?: readonly string[]
  readonly aliases?: Readonly<Record<string, readonly string[]>>
}
