// The constant parts of a template, without line breaks and the indentation after them. Refuses
// templates in which escaping a value for its place would not be enough.
import { withoutStrays } from '../domain/text/direction.ts'

interface Template {
  readonly parts: readonly string[]
  /** True for values inside a tag, where only markup is allowed. */
  readonly inTag: readonly boolean[]
  /** True for values at the start of an attribute that is a URL. */
  readonly isUrl: readonly boolean[]
}

const templates = new WeakMap<TemplateStringsArray, Template>()

/** The constant parts around the values. */
export function partsOf(
  strings: TemplateStringsArray,
  values: readonly unknown[],
): Pick<Template, 'parts' | 'isUrl'> {
  const template = templateOf(strings)
  const { inTag } = template
  if (values.some((value, i) => inTag[i] && /^(?:string|number)$/.test(typeof value)))
    throw new TypeError('only markup of html may stand inside a tag')
  return template
}

function templateOf(strings: TemplateStringsArray): Template {
  const known = templates.get(strings)
  if (known) return known
  const parts = strings.map((part) => part.replace(/\n\s*/g, ''))
  const isUrl = parts.map((part) => /\s(?:href|src|action|cite)="$/.test(part))
  const template = { parts, inTag: placesOf(parts), isUrl }
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
  isClean.test(text) ? text : withoutStrays(text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, ''))

/** Most texts have nothing of it: neither controls nor surrogates. */
const isClean = /^[\t\n\r -~\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]*$/
