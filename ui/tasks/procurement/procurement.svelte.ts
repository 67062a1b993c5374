import type { Entry } from '$components/field/draft.svelte'
import type { Desk } from '$lib/desk.svelte'
import { readTerm, readYearly } from '$lib/read'
import { t } from '$lib/text.svelte'
import type { CpvCode, FactEdit, FactsView, Regime, RegimeOverride } from '../../generated/types'
import { READ, type ReadFact } from './wrong'

type Field = FactEdit['field']
type FactOf<F extends Field> = Extract<FactEdit, { field: F }>
/** A fact that is free text. */
type TextField = { [F in Field]: Matches<FactOf<F>['value'], string> extends true ? F : never }[Field]
type ListField = 'cpv' | 'lots'
type Matches<A, B> = [A, B] extends [B, A] ? true : false

/** One row of radio buttons for two facts: whether it is a framework agreement, and whether it guarantees a volume. */
export type Framework = 'without' | 'with' | 'no'

/** An amount that is typed as that of one year, with the months that it holds for and what it comes to over them. */
export interface Yearly {
  year: number
  months: number
  /** None while it is not known for how long. */
  whole: number | null
}

/** The facts of the procurement as they are filled in. */
export class ProcurementState {
  #desk: Desk
  /** Lists on their way: what is changed in them right after builds on them. */
  readonly #lists: Record<ListField, string[] | null> = { cpv: null, lots: null }

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Keeps a fact. What is refused as bad input is said at its field, which is called `name`. */
  async set(fact: FactEdit, name = ''): Promise<boolean> {
    const { field } = fact
    const kept = await this.#desk.edit({ edit: 'fact', ...fact })
    const why = kept ? null : this.#desk.takeRefused()
    if (why) this.#desk.refused = { field, name, problem: [why.text, why.hint].filter(Boolean).join(' ') }
    else if (kept && this.#desk.refused?.field === field) this.#desk.refused = null
    return kept
  }

  /** What a text field of a fact needs. It is named after the fact, so that links lead to it. */
  text(field: TextField, label: string) {
    const onchange = (value: string) => void this.set({ field, value }, label)
    return { id: field, label, problem: this.#problem(field), onchange }
  }

  /**
   * What a field that reads its text into a fact needs. A text that cannot be read leaves the fact empty, since nothing
   * can be concluded from it, and stays in the field.
   */
  read<F extends ReadFact['field']>(field: F) {
    const label = t(READ[field].name)
    return {
      id: field,
      label,
      typed: this.#desk.typed.get(field),
      problem: this.#problem(field),
      onchange: ({ typed, value }: Entry<NonNullable<FactOf<F>['value']>>) => {
        if (value === null && typed.trim() !== '') this.#desk.typed.set(field, typed)
        else this.#desk.typed.delete(field)
        void this.set({ field, value } as FactEdit, label)
        if (field === 'months') this.#setAdded(typed)
      }
    }
  }

  /** "2+1+1 år" among the firm months says what may be added to them as well. */
  #setAdded(typed: string): void {
    const term = readTerm(typed)
    if (!term.ok || term.value.added === null) return
    this.#desk.typed.delete('option_months')
    void this.set({ field: 'option_months', value: term.value.added }, t('procurement.optionMonths'))
  }

  /** What is typed in a field of money, when it is the value of one year. */
  yearly(field: 'value_sek' | 'option_value_sek', { months, optionMonths }: FactsView): Yearly | null {
    const year = readYearly(this.#desk.typed.get(field) ?? '')
    if (year === null) return null
    const added = optionMonths ?? 0
    const over = field === 'option_value_sek' ? added : months === null ? 0 : months + added
    return { year, months: over, whole: over > 0 ? Math.round((year * over) / 12) : null }
  }

  /** Takes the whole that a yearly value comes to. */
  takeWhole(field: 'value_sek' | 'option_value_sek', value: number): void {
    this.#desk.typed.delete(field)
    void this.set({ field, value }, t(READ[field].name))
  }

  framework({ framework, guaranteedVolume }: FactsView): Framework | null {
    if (framework === null) return null
    if (!framework) return 'no'
    return guaranteedVolume ? 'with' : 'without'
  }

  async setFramework(choice: Framework): Promise<void> {
    await this.set({ field: 'framework', value: choice !== 'no' })
    await this.set({ field: 'guaranteed_volume', value: choice === 'no' ? null : choice === 'with' })
  }

  addCpv({ cpv }: FactsView, code: CpvCode): void {
    void this.#setList('cpv', [...this.#codesOf(cpv), code])
  }

  removeCpv({ cpv }: FactsView, code: CpvCode): void {
    const left = this.#codesOf(cpv).filter((known) => known !== code)
    void this.#setList('cpv', left)
  }

  /** The main code is the first. */
  makeMainCpv({ cpv }: FactsView, code: CpvCode): void {
    const others = this.#codesOf(cpv).filter((known) => known !== code)
    void this.#setList('cpv', [code, ...others])
  }

  /** The lots, one a line. A line that names none yet is no step in the history; what was refused is tried again. */
  setLots({ lots }: FactsView, text: string): void {
    const lines = text.split('\n').map((line) => line.trim())
    const named = lines.filter(Boolean)
    const known = this.#lists.lots ?? lots
    const isSame = named.length === known.length && named.every((lot, at) => lot === known[at])
    if (!isSame || this.#problem('lots')) void this.#setList('lots', named)
  }

  /** Lets another regime hold than the computed one; without a choice the computed one holds again. */
  overrule(choice: RegimeOverride | null): Promise<boolean> {
    return this.#desk.edit({ edit: 'overrule_regime', choice })
  }

  async #setList(field: ListField, value: string[]): Promise<void> {
    this.#lists[field] = value
    await this.set({ field, value })
    if (this.#lists[field] === value) this.#lists[field] = null
  }

  #codesOf(cpv: FactsView['cpv']): CpvCode[] {
    return this.#lists.cpv ?? cpv.map(({ code }) => code)
  }

  #problem(field: Field): string | undefined {
    const { refused } = this.#desk
    return refused?.field === field ? refused.problem : undefined
  }
}

/** The officer's own regime while it is being chosen: nothing is said to be missing until they are done. */
export class RegimeDraft {
  regime = $state<Regime | null>(null)
  reason = $state('')
  #done = $state(false)

  get unchosen(): boolean {
    return this.#done && this.regime === null
  }

  get unreasoned(): boolean {
    return this.#done && this.reason.trim() === ''
  }

  /** The choice, when it is whole. */
  finish(): RegimeOverride | null {
    this.#done = true
    const reason = this.reason.trim()
    return this.regime !== null && reason !== '' ? { regime: this.regime, reason } : null
  }
}
