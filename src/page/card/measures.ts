// The figures of an event in words: value, unit, and whether it is a bound or approximate.
import type { Measure } from '../../domain/document/measure.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { figureInWords } from '../../messages/measures.ts'
import { html, type Html } from '../../markup/html.ts'
import {
  languageAttributes,
  spokenIn,
  tagOf,
  textMarkup,
  textOf,
  type CardContext,
} from '../context.ts'

/** Marks the figure, or only its unit, with its language if that is not the page's. */
function figureMarkup(measure: Measure, context: CardContext): Html {
  const { ui } = context.speech
  const localizer = {
    ui,
    text: (text: Text) => textOf(context, text),
    tagOf: (text: Text) => tagOf(context, text),
  }
  const { before, unit, after, language, isSign } = figureInWords(measure, localizer)
  if (language !== ui)
    return html`<span${spokenIn(language, context.speech)}>${before}${unit}${after}</span>`
  const own = measure.unit !== undefined && !isSign ? measure.unit : null
  return html`${before}${own === null ? unit : textMarkup(context, own)}${after}`
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
