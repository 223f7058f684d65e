// The only module that builds keys of the store. docs/storage.md describes the value under each.

export const headKey = (timeline: string): string => `head/${timeline}`
export const editionKey = (timeline: string, number: number): string =>
  `edition/${timeline}/${number}`
export const timelinesKey = 'timelines'
/** The document of a packed edition, which is not in its copy. */
export const documentKey = (timeline: string, number: number): string =>
  `document/${timeline}/${number}`
/** A part of a segment; its name begins with the segment. */
export const partKey = (timeline: string, part: string): string => `segment/${timeline}/${part}`
