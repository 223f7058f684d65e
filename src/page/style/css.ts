// Style sheets as text. `css` takes out what only people need: comments, indentation, line ends.
// Rules for what stands within a timeline are nested (CSS Nesting 1), so that they name it only once.

export const css = (strings: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(strings, ...values)
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/\b0\./g, '.')
    .replace(/(?<=[:(]) | (?=\))|(?<=@(?:media|supports)) (?=\()/g, '')
    .replace(/;}/g, '}')
    .trim()

/** The rules of a timeline, however many parts they come in. */
export const within = (...parts: readonly string[]): string => `.etl{${parts.join('')}}`
