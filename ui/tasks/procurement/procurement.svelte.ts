import type { Entry } from '$components/field/draft.svelte'
import type { Desk } from '$lib/desk.svelte'
import type { CpvCode, FactEdit, FactsView, Regime, RegimeOverride } from '../../generated/types'

type Field = FactEdit['field']
type FactOf<F extends Field> = Extract<FactEdit, { field: F }>
/** A fact that is free text. */
type TextField = { [F in Field]: Matches<FactOf<F>['value'], string> extends true ? F : never }[Field]
type Matches<A, B> = [A, B] extends [B, A] ? true : false
/** A fact that is read from what was typed. */
type ReadFact = Extract<FactEdit, { field: 'notice_date' | 'tender_deadline' | 'start' } | { value: number | null }>

/** One row of radio buttons for two facts: whether it is a framework agreement, and whether it guarantees a volume. */
export type Framework = 'without' | 'with' | 'no'

/** The facts of the procurement as they are filled in. */
export class ProcurementState {
  /** The field whose value was refused, and why. */
  refused = $state.raw<{ field: Field; text: string } | null>(null)

  #desk: Desk
  /** Codes on their way: what is added or taken away right after builds on them. */
  #codes: CpvCode[] | null = null

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Keeps a fact. What is refused as bad input is said at its field. */
  async set(fact: FactEdit): Promise<boolean> {
    const kept = await this.#desk.edit({ edit: 'fact', ...fact })
    const refused = kept ? null : this.#desk.takeRefused()
    if (refused) {
      this.refused = { field: fact.field, text: [refused.text, refused.hint].filter(Boolean).join(' ') }
    } else if (kept && this.refused?.field === fact.field) {
      this.refused = null
    }
    return kept
  }

  /** What a text field of a fact needs. It is named after the fact, so that links lead to it. */
  text(field: TextField) {
    return { id: field, problem: this.#problem(field), onchange: (value: string) => void this.set({ field, value }) }
  }

  /**
   * What a field that reads its text into a fact needs. A text that cannot be read leaves the fact empty, since nothing
   * can be concluded from it, and stays in the field.
   */
  read<F extends ReadFact['field']>(field: F) {
    return {
      id: field,
      typed: this.#desk.typed.get(field),
      problem: this.#problem(field),
      onchange: ({ typed, value }: Entry<NonNullable<FactOf<F>['value']>>) => {
        if (value === null && typed.trim() !== '') this.#desk.typed.set(field, typed)
        else this.#desk.typed.delete(field)
        void this.set({ field, value } as FactEdit)
      }
    }
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
    void this.#setCpv([...this.#codesOf(cpv), code])
  }

  removeCpv({ cpv }: FactsView, code: CpvCode): void {
    void this.#setCpv(this.#codesOf(cpv).filter((known) => known !== code))
  }

  /** The main code is the first. */
  makeMainCpv({ cpv }: FactsView, code: CpvCode): void {
    void this.#setCpv([code, ...this.#codesOf(cpv).filter((known) => known !== code)])
  }

  /** The lots, one a line. */
  setLots(text: string): void {
    const lots = text.split('\n').map((line) => line.trim())
    void this.set({ field: 'lots', value: lots.filter(Boolean) })
  }

  /** Lets another regime hold than the computed one; without a choice the computed one holds again. */
  overrule(choice: RegimeOverride | null): Promise<boolean> {
    return this.#desk.edit({ edit: 'overrule_regime', choice })
  }

  async #setCpv(value: CpvCode[]): Promise<void> {
    this.#codes = value
    await this.set({ field: 'cpv', value })
    if (this.#codes === value) this.#codes = null
  }

  #codesOf(cpv: FactsView['cpv']): CpvCode[] {
    return this.#codes ?? cpv.map(({ code }) => code)
  }

  #problem(field: Field): string | undefined {
    return this.refused?.field === field ? this.refused.text : undefined
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
