/** `1 event`, `2 events`. */
export const plural = (count: number | string, one: string, many: string): string =>
  `${count} ${Number(count) === 1 ? one : many}`
