// How much of a file is read; larger ones end with words. A timeline holds less: a large table is read all
// the same, so that its report says how many of its rows fit. 50,000 rows take about 700 MB of memory.

export const importLimits = {
  /** Of a file as it is stored. */
  /** Of an article. */
  articleMegabytes: 5,
  megabytes: 50,
  /** Of what is read of a workbook, unpacked. */
  unzippedMegabytes: 100,
  rows: 50_000,
  columns: 200,
} as const
