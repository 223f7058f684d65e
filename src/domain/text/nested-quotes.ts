// Quotation marks within a quotation, and title marks within a title.

/**
 * The words with their double marks made single, and paired single ones double (GB/T 15834-2011,
 * 4.8.3.3; The Chicago Manual of Style, 13.30). An apostrophe stays.
 * @example nestedQuotes('称“复工”') → '称‘复工’'
 */
export const nestedQuotes = (words: string): string =>
  words.replace(/“|”|‘([^‘’“”]*)’/g, (mark: string, inner: string | undefined) =>
    inner === undefined ? (mark === '“' ? '‘' : '’') : `“${inner}”`,
  )

/** The same for corner marks: “ ” and 「 」 become 『 』. */
export const nestedCorners = (words: string): string =>
  words.replace(/[“「]/g, '『').replace(/[”」]/g, '』')

/**
 * A title as it stands within 《》: titles in it are in 〈〉 (GB/T 15834-2011, 4.15.3.5).
 * @example nestedTitles('《时报》里的2020') → '〈时报〉里的2020'
 */
export const nestedTitles = (title: string): string =>
  title.replaceAll('《', '〈').replaceAll('》', '〉')
