// The constant parts of a template, without line breaks and the indentation after them. Refuses
// templates in which escaping a value for its place would not be enough.
import { withoutStrays } from '../domain/text/direction.ts'

interface Template {
  readonly parts: readonly string[]
  /** True for values inside a tag, where only markup is allowed. */
  readonly inTag: readonly boolean[]
}

const templates = new WeakMap<TemplateStringsArray, Template>()

/** The constant parts around the values. */
export function partsOf(
  strings: TemplateStringsArray,
  values: readonly unknown[],
): readonly string[] {
  const { parts, inTag } = templateOf(strings)
  if (values.some((value, i) => inTag[i] && /^(?:string|number)$/.test(typeof value)))
    throw new TypeError('only markup of html may stand inside a tag')
  return parts
}

function templateOf(strings: TemplateStringsArray): Template {
  const known = templates.get(strings)
  if (known) return known
  const parts = strings.map((part) => part.replace(/\n\s*/g, ''))
  const template = { parts, inTag: placesOf(parts) }
  templates.set(strings, template)
  return template
}

/** Determines for each value of a template whether it is inside a tag. */
function placesOf(parts: readonly string[]): readonly boolean[] {
  let before = ''
  return parts.slice(0, -1).map((part) => {
    before += part
    const open = before.replace(/<(?:[^"<>]|"[^"]*")*>/g, '')
    const attribute = /([\w-]+)="[^"]*$/.exec(open)?.[1] ?? ''
    if (
      /<(script|style)\b(?![^]*<\/\1)|<!--/.test(before) ||
      /^(?:style|srcdoc|on.*)$/.test(attribute)
    ) {
      throw new TypeError('no value may stand in a script, style, comment or handler')
    }
    before += 'x'
    return attribute === '' && open.includes('<')
  })
}

/**
 * Replaces lone surrogates by U+FFFD, and removes control characters (HTML, 13.2.3.5) and controls
 * that would turn digits or the text around.
 */
export const cleanText = (text: string): string =>
  withoutStrays(text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, ''))
