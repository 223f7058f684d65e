// Parses the curl lines of the documentation into the requests that curl would make (curl 8).

export interface CurlLine {
  readonly line: string
  readonly method: string
  /** As written, with what `-G` adds. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** A text, or the name of a file after @. */
  readonly body: { readonly text: string } | { readonly file: string } | null
  /** The status that a comment after the command promises: `curl … # 412`. */
  readonly status: number | null
}

/** The curl commands of a block of shell; a backslash at the end continues a line. */
export function curlLines(code: string): CurlLine[] {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.startsWith('curl '))
    .map(readLine)
}

function readLine(line: string): CurlLine {
  const [command = '', comment = ''] = line.split(/ # (?=\d{3}\b)/)
  const words = shellWords(command).slice(1)
  const urls: string[] = []
  const headers: Record<string, string> = {}
  const query: string[] = []
  let method: string | null = null
  let data: string | null = null
  let asQuery = false
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-')) urls.push(word)
    else if (word === '-G') asQuery = true
    else if (word === '-I') method = 'HEAD'
    else if (['-i', '-s', '-f', '-sf', '--fail-with-body'].includes(word)) continue
    else {
      const value = words.shift() ?? ''
      if (word === '-X') method = value
      else if (word === '-H') headers[value.split(':')[0] ?? ''] = value.replace(/^[^:]*: */, '')
      else if (word === '--data-urlencode') query.push(encoded(value))
      else if (word === '-d' && asQuery) query.push(value)
      else if (word === '-d' || word === '--data-binary') data = value
      else if (word !== '-o') throw new Error(`unknown option ${word} in: ${line}`)
    }
  }
  const [url] = urls
  if (urls.length !== 1 || url === undefined) throw new Error(`needs one address: ${line}`)
  const full = asQuery ? `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}` : url
  return {
    line,
    method: method ?? (data === null ? 'GET' : 'POST'),
    url: full,
    headers,
    body: data === null ? null : data.startsWith('@') ? { file: data.slice(1) } : { text: data },
    status: comment === '' ? null : Number(comment.slice(0, 3)),
  }
}

const encoded = (pair: string): string => {
  const at = pair.indexOf('=')
  return `${pair.slice(0, at + 1)}${encodeURIComponent(pair.slice(at + 1))}`
}

/** Words, quoted or not. Nothing is expanded, except what the caller replaces. */
function shellWords(command: string): string[] {
  return Array.from(
    command.matchAll(/((?:'[^']*'|"(?:[^"\\]|\\.)*"|[^\s'"])+)/g),
    ([, word = '']) =>
      word.replaceAll(
        /'([^']*)'|"((?:[^"\\]|\\.)*)"/g,
        (_whole, single: string | undefined, double: string | undefined) =>
          single ?? (double ?? '').replaceAll(/\\(.)/g, '$1'),
      ),
  )
}
