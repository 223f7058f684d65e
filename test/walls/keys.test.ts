// Objects that are read by a key of an author answer with what every object inherits: an event with the
// id `constructor` once had a function for its revision. The type checker lets a string index only a
// type with string keys. So the files that declare or make one are listed here, with whose keys they are;
// keys of authors and requests are kept in a Map, or read by `versionIn` (src/domain/text/language-map.ts).
import { expect, test } from 'vitest'
import { sources } from '../support/pages.ts'

const stringKeys = /\bRecord<string,|\[\w+: string\]:|\bas keyof\b/

/** Folders and files whose string keys are our own, of a fixed table or of headers. */
const ours: readonly RegExp[] = [
  /^src\/(?:assets|extract|host)\//,
  /^src\/cli\/(?:options|preview\/server|service\/http-client)\.ts$/,
  /^src\/http\/(?:app|headers|problem|rate|service)\.ts$/,
  /^src\/http\/(?:request|response)\//,
  // Members of messages by names of our own; methods and arguments with hasOwn and Object.entries.
  /^src\/http\/mcp\//,
  /^src\/formats\/tools\/timeline-text\.ts$/,
  /^src\/http\/routes\/(?:events|timelines)\.ts$/,
  /^src\/formats\/(?:csv|json-ld\/context|icalendar\/component|feed\/atom)\.ts$/,
  /^src\/markup\/(?:html|xml)\.ts$/,
  // The contract is made by the build, of our own tables.
  /^src\/page\/reference\/contract\.ts$/,
  /^src\/domain\/(?:text\/ui-language|date\/clock|check\/form)\.ts$/,
  /^src\/edition\/changes\//,
  /^src\/domain\/merge\/shape\.ts$/,
  // By kinds, forms and types of our own; by names of parameters, with hasOwn.
  /^src\/messages\/(?:en|zh-hans|zh-hant)\/problems\.ts$/,
  /^src\/page\/error\.ts$/,
  // The fields of schemas.
  /^src\/domain\/document\/fields\.ts$/,
]

/** Where keys of authors are, and what keeps them from being read as members of objects. */
const guarded: readonly string[] = [
  // Text and versionIn.
  'src/domain/text/language-map.ts',
  // Aliases by language, which versionIn reads.
  'src/domain/document/actor.ts',
  'src/domain/check/names.ts',
  // Read by keys of schemas.
  'src/domain/check/loose-document.ts',
  'src/cli/publishing/large/few-edits.ts',
  // Read by Object.values.
  'src/widget/lazy/names.ts',
  // Read by Object.entries.
  'src/cli/document/edited-text.ts',
  'src/edition/digest.ts',
  'src/edition/edits.ts',
  'src/edition/stored-form.ts',
  'src/http/routes/writes/json-body.ts',
]

const withStringKeys = [...sources('src')]
  .filter(([file, text]) => !file.includes('/released/') && stringKeys.test(text))
  .map(([file]) => file)

test('objects with string keys are where their keys are known [fault 4.1]', () => {
  const unknown = withStringKeys.filter(
    (file) => !guarded.includes(file) && !ours.some((folder) => folder.test(file)),
  )
  expect(unknown).toEqual([])
  expect(guarded.filter((file) => !withStringKeys.includes(file))).toEqual([])
})
