// How much of a file is read; larger ones end with words. A timeline holds less.

export const importLimits = {
  /** Of a file as it is stored. */
  megabytes: 20,
  /** Of what is read of a workbook, unpacked. */
  unzippedMegabytes: 50,
  rows: 5000,
  columns: 200,
} as const
