// The only place that spells a key of the store. docs/storage.md tells what stands under each.

export const headKey = (timeline: string): string => `head/${timeline}`
export const editionKey = (timeline: string, number: number): string =>
  `edition/${timeline}/${number}`
export const timelinesKey = 'timelines'
