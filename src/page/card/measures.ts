// The figures of an event in words: value, unit, and on which side of it the truth lies.
import type { Measure } from '../../domain/document/measure.ts'
import { html, type Html } from '../../markup/html.ts'
import { languageAttributes, textOf, type CardSetting } from '../context.ts'

export function figureWords(measure: Measure, setting: CardSetting): string {
  const { words } = setting
  const unit = measure.unit ? textOf(setting, measure.unit) : ''
  const { value, valueTo, bound, approximate } = measure
  const range = [value, ...(valueTo === undefined ? [] : [valueTo])].map(words.number).join('–')
  const figure = words[bound ?? 'figure'](range, unit)
  return approximate && !bound ? words.approximately(figure) : figure
}

/** The figures as a list of terms; absent without any. */
export function figureList(
  measures: readonly Measure[] | undefined,
  setting: CardSetting,
): Html | false {
  if (measures === undefined || measures.length === 0) return false
  return html`<dl class="measures" part="figures">${measures.map((measure) => figure(measure, setting))}</dl>`
}

const figure = (measure: Measure, setting: CardSetting): Html => html`
  <div>
    <dt${languageAttributes(setting, measure.label)}>${textOf(setting, measure.label)}</dt>
    <dd>${figureWords(measure, setting)}${figureList(measure.parts, setting)}</dd>
  </div>`
