// A plan whose document has passed the check: faults of an event are faults of its row, which is then left
// out and the plan made again.
import { checkDocument } from '../../domain/check/rules.ts'
import type { Fault } from '../../domain/check/fault.ts'
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { ImportPlan, ImportResult } from '../../extract/table/plan.ts'
import { ruleInWords } from '../../messages/languages.ts'

export type RowFaults = ReadonlyMap<number, readonly string[]>

export interface CheckedPlan extends ImportPlan {
  /** Faults outside of the rows, such as of a new name, in words. */
  readonly faults: readonly string[]
}

/** Rounds of leaving out; a row that is left out can make another one wrong only through its parts. */
const most = 5

export function checkedRows(
  planOf: (faults: RowFaults) => ImportPlan,
  lang: UiLanguage,
): CheckedPlan {
  let faults: Map<number, readonly string[]> = new Map()
  for (let round = 0; ; round++) {
    const plan = planOf(faults)
    const checked = plan.result === null ? null : checkDocument(plan.result.document)
    if (plan.result === null || checked === null || checked.ok) return { ...plan, faults: [] }
    const { rows, others } = sorted(checked.failure, plan.result, lang)
    if (rows.size === 0 || round === most) return { ...plan, faults: others }
    faults = new Map([...faults, ...rows])
  }
}

function sorted(
  found: readonly Fault[],
  { document, rowOf }: ImportResult,
  lang: UiLanguage,
): { readonly rows: RowFaults; readonly others: readonly string[] } {
  const rows = new Map<number, string[]>()
  const others: string[] = []
  for (const { pointer, broken } of found) {
    const { detail, hint } = ruleInWords(broken, lang)
    const words = hint === undefined ? detail : `${detail} (${hint})`
    const [, list, index, ...field] = pointer.split('/')
    const event = list === 'events' ? document.events[Number(index)] : undefined
    const row = event === undefined ? undefined : rowOf.get(event.id)
    if (row === undefined) others.push(`${pointer}: ${words}`)
    else rows.set(row, [...(rows.get(row) ?? []), `${field.join('/')}: ${words}`])
  }
  return { rows, others }
}
