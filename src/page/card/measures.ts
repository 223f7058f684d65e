// The figures of an event in words: value, unit, and whether it is a bound or approximate.
import type { Measure } from '../../domain/document/measure.ts'
import { figureInWords } from '../../messages/measures.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, textMarkup, textOf, type CardContext } from '../context.ts'

/** Placeholder for the unit in a sentence: a noncharacter, not used in texts (Unicode, 23.7). */
const unitPlace = '\u{fdd0}'

/** Marks the unit with its language if that is not the page's. Signs such as % have none. */
function figureMarkup(measure: Measure, context: CardContext): Html {
  const { unit } = measure
  const name = unit ? textOf(context, unit) : ''
  const marked = /\p{L}/u.test(name) ? unit : undefined
  const sentence = figureInWords(measure, context.words, () => (marked ? unitPlace : name))
  const [before, after] = sentence.split(unitPlace)
  return html`${before}${marked && textMarkup(context, marked)}${after}`
}

/** The figures as a description list; false if there are none. */
export function figureList(
  measures: readonly Measure[] | undefined,
  context: CardContext,
): Html | false {
  if (measures === undefined || measures.length === 0) return false
  return html`<dl class="measures" part="figures">${measures.map((measure) => figure(measure, context))}</dl>`
}

const figure = (measure: Measure, context: CardContext): Html => html`
  <div>
    <dt${languageAttributes(context, measure.label)}>${textOf(context, measure.label)}</dt>
    <dd>${figureMarkup(measure, context)}${figureList(measure.parts, context)}</dd>
  </div>`
