/** What the officer sets once for the program. */
import type { Desk } from '$lib/desk.svelte'
import type {
  Code,
  EntryId,
  MatchingLeadView,
  ParameterName,
  ParameterValue,
  Setting,
  StandardsView
} from '../generated/types'

/** A setting that is free text. */
type TextSetting = Extract<Setting, { value: string }>['setting'] & `${string}`
type Words = Exclude<TextSetting, 'language' | 'colours' | 'text_size' | 'authority_kind'>

/** A choice of none, among others that have a code. */
export const UNSET = ''

export class SettingsState {
  /** Who can be the matching lead, in the words of the catalogue; nothing when it does not ask. */
  leads = $state.raw<MatchingLeadView | null>(null)
  /** The common terms, with the values that a new procurement has. */
  standards = $state.raw<StandardsView[]>([])

  #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  async open(): Promise<void> {
    this.leads = await this.#desk.matchingLeads()
    await this.#openStandards()
  }

  set(setting: Setting): void {
    void this.#desk.changeSetting(setting)
  }

  /** What a text field of a setting needs. */
  text(setting: Words) {
    return { onchange: (value: string) => this.set({ setting, value } as Setting) }
  }

  get lead(): string {
    return this.#desk.settings.authority.matchingLead ?? UNSET
  }

  setLead(code: Code): void {
    this.set({ setting: 'matching_lead', value: code === UNSET ? null : code })
  }

  /** Sets a value in the common terms; nothing goes back to the one that the catalogue proposes. */
  async setStandard(entry: EntryId, parameter: ParameterName, value: ParameterValue | null): Promise<void> {
    const kept = await this.#desk.changeSetting({ setting: 'standard', value: { entry, parameter, value } })
    if (kept) await this.#openStandards()
  }

  /** Asks which folder files are to be saved in. */
  chooseFolder(): void {
    void this.#desk.chooseExportFolder()
  }

  async #openStandards(): Promise<void> {
    this.standards = (await this.#desk.standards()) ?? []
  }
}
