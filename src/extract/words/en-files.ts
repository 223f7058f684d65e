// English: why a file cannot be imported, and what of one is not kept.

export const enFiles = {
  empty: 'it is empty',
  tooLarge: (megabytes: number) => `it is larger than ${megabytes} MB: split it`,
  unzipped: (megabytes: number) =>
    `unpacked it is larger than ${megabytes} MB, so it was not read to its end`,
  rows: (most: number) => `it has more than ${most} rows: split it`,
  columns: (most: number) => `it has more than ${most} columns`,
  notText: 'it is neither text nor a kind of file that can be imported',
  otherEncoding: 'its text is in an encoding that is not read: save it as UTF-8',
  big5: 'its text seems to be in Big5, which is not read: save it as UTF-8',
  noRows: 'it has a header, but no rows',
  openQuote: (line: number) =>
    `the quotation mark that opens a cell in line ${line} is never closed`,
  text: (command: string) => `it is a text, not a table: find its dates with ${command}`,
  binary: {
    'old-excel':
      'it is a workbook of an old Excel (.xls) or a protected one: save it as XLSX or CSV, without a password',
    word: 'it is a Word document: copy its table into a spreadsheet, or save its text and use npx jishi draft',
    'open-document': 'it is an OpenDocument file: save its table as XLSX or CSV',
    slides: 'it is a presentation, which has no table that can be read',
    zip: 'it is a ZIP file: unpack it first',
    pdf: 'it is a PDF: save its text and use npx jishi draft, or its table as CSV',
    image: 'it is a picture',
    database: 'it is a database: export its table as CSV',
  },
  damaged: (kind: string) => `it is a damaged ${kind}`,
  otherJson:
    'it is JSON, but of no form that is known: a document of a timeline, events of the API, TimelineJS, or records, in a list or one a line (NDJSON)',
  jsonLd:
    'it is JSON-LD, which is not imported: events of this service can be had as JSON, NDJSON or CSV, too',
  nestedRecord: (at: number, name: string) =>
    `row ${at}: “${name}” is neither a text, a number, nor a list of these, so no cell of a table can hold it`,
  malformedLine: (line: number) =>
    `line ${line} is not a JSON object: in NDJSON each line is one record`,
  malformedJson: (line: number | null) =>
    `it looks like JSON, but is none${line === null ? '' : `, from line ${line} on`}`,
  html: 'it is a web page: copy its text into a file for npx jishi draft, or its table into a spreadsheet',
}

/** By what is lost. */
export const enLost = {
  'about-calendar': 'name and description of the calendar',
  alarms: 'alarms',
  backgrounds: 'backgrounds',
  'clock-ends': 'times of day at which it ended',
  coordinates: 'coordinates of places',
  credits: 'credits of media',
  eras: 'eras',
  'floating-times': 'times without a zone, read in that of the timeline',
  formulas: 'formulas without a value',
  'hidden-rows': 'hidden or filtered rows, which are imported like the others',
  'hidden-sheets': 'sheets that are hidden',
  images: 'images and embedded media, of which the address is kept where there is one',
  'links-of-no-web-address': 'links that lead to no web address',
  measures: 'figures, which a table holds only in words',
  'media-texts': 'captions, titles and alternative texts of media that name no link',
  'media-without-address': 'media without an address',
  'merged-cells': 'merged cells, whose value counts for each of their rows',
  'other-components': 'entries that are no events, such as tasks and journals',
  'other-properties': 'resources, related entries and addresses of conferences',
  people: 'invited people and organizers, with their addresses',
  'private-events': 'private events',
  recurrences: 'repetitions: only the first time is kept',
  'rows-above': 'what stands above the header',
  scripts: 'scripts and styles',
  tentative: 'the mark “tentative”',
  thumbnails: 'thumbnails',
  'title-slides': 'media and background of the title slide',
  'years-before-christ': 'years before Christ as the library counts them: −44 is 44 BC',
}
