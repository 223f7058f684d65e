// A strict reader of iCalendar octets (RFC 5545, 3.1 and 3.3.11): it throws at the first octet that
// is not allowed, and returns the components with their raw values.

export interface ReadProperty {
  readonly name: string
  readonly parameters: string
  /** As in the unfolded line. */
  readonly value: string
}

export interface ReadComponent {
  readonly name: string
  readonly properties: ReadProperty[]
  readonly components: ReadComponent[]
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function readCalendar(octets: Uint8Array): ReadComponent {
  const root: ReadComponent = { name: '', properties: [], components: [] }
  const open = [root]
  for (const line of contentLines(octets)) {
    const property = readProperty(line)
    const parent = open.at(-1)!
    if (property.name === 'BEGIN') {
      const component = { name: property.value, properties: [], components: [] }
      parent.components.push(component)
      open.push(component)
    } else if (property.name === 'END') {
      if (parent.name !== property.value) throw new Error(`END:${property.value} in ${parent.name}`)
      open.pop()
    } else {
      parent.properties.push(property)
    }
  }
  const [calendar, ...more] = root.components
  if (open.length > 1 || calendar?.name !== 'VCALENDAR' || more.length > 0) {
    throw new Error('not one whole VCALENDAR')
  }
  return calendar
}

/** The lines between line breaks, each of which must be CRLF. */
export function physicalLines(octets: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let at = 0; at < octets.length; at++) {
    const octet = octets[at]!
    if (octet === 0x0d && octets[at + 1] === 0x0a) {
      lines.push(octets.subarray(start, at))
      start = at + 2
      at++
    } else if (octet === 0x7f || (octet < 0x20 && octet !== 0x09)) {
      throw new Error(`control character ${octet} at octet ${at}`)
    }
  }
  if (start !== octets.length) throw new Error('the last line has no line break')
  return lines
}

/** The unfolded lines. */
export function contentLines(octets: Uint8Array): string[] {
  const logical: string[][] = []
  for (const line of physicalLines(octets)) {
    if (line.length > 75) throw new Error(`a line of ${line.length} octets`)
    if (line.length === 0) throw new Error('an empty line')
    // Decoding each line alone finds a cut inside a UTF-8 sequence.
    const text = decoder.decode(line)
    if (!text.startsWith(' ')) logical.push([text])
    else if (text.length > 1) logical.at(-1)!.push(text.slice(1))
    else throw new Error('an empty continuation')
  }
  for (const pieces of logical) checkCuts(pieces)
  return logical.map((pieces) => pieces.join(''))
}

function checkCuts(pieces: readonly string[]): void {
  const whole = pieces.join('')
  const guarded = /[\u0085\u2028\u2029]/.test(whole)
  if (pieces.length > 1 && Buffer.byteLength(whole) <= 75 && !guarded) {
    throw new Error(`folded without need: ${whole}`)
  }
  pieces.slice(1).forEach((piece, index) => {
    const before = pieces[index]!
    if (/(?<!\\)(?:\\\\)*\\$/.test(before)) throw new Error('a cut inside an escape pair')
    const beside = /[ \t]$/.test(before) || /^[ \t]/.test(piece)
    if (beside && hasBetterCut(before)) throw new Error(`a cut beside a blank: ${before}`)
  })
  if (pieces.length > 1 && !pieces[0]!.includes(':')) throw new Error('a cut inside a name')
}

/** True if, after the name, two neighbours are neither blanks nor an escape pair. */
function hasBetterCut(piece: string): boolean {
  const value = piece.replace(/^[A-Z-]+(?:;VALUE=[A-Z-]+)?:/, '')
  const units = value.match(/\\.|./gsu) ?? []
  return units.some((unit, index) => index > 0 && !/\s/.test(unit) && !/\s/.test(units[index - 1]!))
}

function readProperty(line: string): ReadProperty {
  const match = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[A-Z-]+)*):(.*)$/s.exec(line)
  if (match === null) throw new Error(`not a content line: ${line}`)
  return { name: match[1]!, parameters: match[2]!, value: match[3]! }
}

/** The texts of a TEXT value; anything that TEXT does not allow throws. */
export function readTexts(value: string): string[] {
  if (!/^(?:[^\\;,"]|"|\\[\\;,n]|,)*$/s.test(value)) throw new Error(`not TEXT: ${value}`)
  const texts = ['']
  for (const [unit] of value.matchAll(/\\.|./gsu)) {
    if (unit === ',') texts.push('')
    else texts.push(texts.pop() + (unit === '\\n' ? '\n' : unit.replace(/^\\/, '')))
  }
  return texts
}

/** The values of the properties of a name, raw. */
export function valuesOf({ properties }: ReadComponent, name: string): string[] {
  return properties.filter((property) => property.name === name).map(({ value }) => value)
}

/** The one text of the one property of a name. */
export function textOf(component: ReadComponent, name: string): string {
  const texts = valuesOf(component, name).flatMap(readTexts)
  if (texts.length !== 1) throw new Error(`${texts.length} texts of ${name}`)
  return texts[0]!
}

export const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads a calendar that a writer has returned, octet by octet. */
export const readText = (calendar: string): ReadComponent => readCalendar(octetsOf(calendar))
