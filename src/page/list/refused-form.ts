// The form of a page that could not read its address: filled in with what was typed, each fault beside
// its field. A GET form without an address submits to the page that it stands on.
import type { Pairs } from '../../address/canonical.ts'
import { inLanguage, type Text } from '../../domain/text/language-map.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { html, type Html } from '../../markup/html.ts'
import { messages } from '../../messages/languages.ts'
import { hiddenFields } from './filter-form.ts'
import type { PageView, ShownError } from '../view.ts'

/** A filter as it was typed. */
export interface RefusedForm {
  readonly timeline: Pick<Timeline, 'language' | 'themes' | 'actors' | 'sources'>
}

/** The fields that people type into; the other parameters are kept where they are not at fault. */
const fields = ['theme', 'actor', 'source', 'from', 'to', 'q'] as const
type Field = (typeof fields)[number]

const isField = (name: string | undefined): name is Field => fields.some((field) => field === name)

/** What is wrong with a parameter that has no field. */
export const faultsBeside = (errors: readonly ShownError[]): readonly ShownError[] =>
  errors.filter(({ parameter }) => !isField(parameter))

/** Maximum names offered per field. */
const maxOffered = 200

export function refusedForm(
  { timeline }: RefusedForm,
  typed: Pairs,
  errors: readonly ShownError[],
  { speech }: PageView,
): Html {
  const { list } = messages[speech.ui]
  const faulty = new Set(errors.map(({ parameter }) => parameter))
  const kept = typed.filter(([name]) => !isField(name) && !faulty.has(name))
  const nameOf = (text: Text) => inLanguage(text, speech.content, timeline.language)
  const offered = {
    theme: timeline.themes.map(({ label }) => nameOf(label)),
    actor: timeline.actors.map(({ name }) => nameOf(name)),
    source: timeline.sources.map(({ title }) => nameOf(title)),
  }
  const labels: Readonly<Record<Field, string>> = {
    theme: list.theme,
    actor: list.actor,
    source: list.source,
    from: list.from,
    to: list.to,
    q: list.words,
  }
  return html`
    <div class="filter"><form method="get">
      ${hiddenFields(kept)}
      ${fields.flatMap((name) => {
        const values = typed.flatMap(([other, value]) => (other === name ? [value] : []))
        const found = errors.filter(({ parameter }) => parameter === name)
        return (values.length === 0 ? [''] : values).map((value, index) =>
          field({ name, label: labels[name], value }, index === 0 ? found : [], found.length > 0),
        )
      })}
      ${(['theme', 'actor', 'source'] as const).map((name) => html`<datalist id="known-${name}">${offered[name].slice(0, maxOffered).map((value) => html`<option value="${value}">`)}</datalist>`)}
      <button class="chip">${list.apply}</button>
    </form></div>`
}

interface TypedField {
  readonly name: Field
  readonly label: string
  readonly value: string
}

/** The faults stand at the first of several values; all of them are marked. */
function field(
  { name, label, value }: TypedField,
  errors: readonly ShownError[],
  isFaulty: boolean,
): Html {
  const list =
    name === 'theme' || name === 'actor' || name === 'source' ? html` list="known-${name}"` : false
  const marks = isFaulty && html` aria-invalid="true" aria-describedby="fault-${name}"`
  const told = errors.map(({ detail, hint }) =>
    hint === undefined ? detail : `${detail} (${hint})`,
  )
  return html`
    <label>${label}<input type="${name === 'q' ? 'search' : 'text'}" name="${name}" value="${value}"${list}${marks}>
      ${told.length > 0 && html`<span class="fault" id="fault-${name}">${told.join(' ')}</span>`}
    </label>`
}
