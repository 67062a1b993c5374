/** The officer chooses requirements: what becomes edits, and what can be taken back. */
import { SvelteMap } from 'svelte/reactivity'
import { asKept } from '$components/requirement-card/rewriting.svelte'
import type { Desk, Notice } from '$lib/desk.svelte'
import { within } from '$lib/format'
import { countWord, plural, t, type TextKey } from '$lib/text.svelte'
import { draftField, newOwn, type Writing } from './own-requirement.svelte'
import type {
  CustomRequirement,
  Decision,
  DecisionView,
  Edit,
  EntryId,
  LadderStep,
  OfferView,
  Outcome,
  ParameterName,
  ParameterValue,
  ParameterView,
  PlacementStep,
  RefusalView,
  RequirementCard,
  Theme,
  ThemeView
} from '../../generated/types'

type Titled = Pick<RequirementCard, 'entry' | 'title' | 'theme'>

/** A number that the program has worked out, and where it stands. */
type Counted = Pick<RequirementCard, 'entry' | 'title'> & Pick<ParameterView, 'name' | 'label' | 'shown' | 'value'>

export class Choosing {
  /** The card that is open. */
  open = $state<EntryId | null>(null)

  /** What can be added and is looked for, until focus is on it. */
  sought = $state<EntryId | null>(null)

  /** The own requirement that is being written. */
  writing = $state<Writing | null>(null)
  /** Why it was refused. */
  refused = $state.raw<RefusalView | null>(null)

  /** Values on their way, by entry and name. */
  readonly #values = new SvelteMap<string, ParameterValue | null>()
  /** Decisions on their way: what is decided right after builds on them. */
  readonly #decisions = new SvelteMap<Theme, Decision>()

  constructor(
    private readonly desk: Pick<Desk, 'edit' | 'step' | 'takeRefused' | 'project' | 'typed'> & { notice: Notice | null }
  ) {}

  toggle(entry: EntryId, open: boolean): void {
    this.open = open ? entry : null
  }

  async choose(card: Titled): Promise<boolean> {
    const gone = this.#decidedAgainst(card.theme)
    const [before, counted] = [this.#along(), this.#counted()]
    if (!(await this.desk.edit({ edit: 'choose', entry: card.entry }))) return false
    const text = t('requirements.added', { title: card.title }) + this.#come(before) + this.#recounted(counted)
    if (gone === null) {
      this.desk.notice = { text, undo: () => void this.desk.edit({ edit: 'remove', entry: card.entry }) }
    } else this.#tellGone(text, gone)
    return true
  }

  /** Chooses all of them in one step, which is taken back in one. */
  async chooseAll(cards: Titled[]): Promise<boolean> {
    const entries = cards.map(({ entry }) => entry)
    const before = this.#along()
    if (!(await this.desk.edit({ edit: 'choose_several', entries }))) return false
    const undo = () => void this.desk.step('undo')
    const text = t('requirements.all.done', { count: countWord(cards.length) }) + this.#come(before)
    this.desk.notice = { text, undo, lastStep: true }
    return true
  }

  /** Decides several themes as another was decided, with its reason. */
  async decideAlike(themes: Theme[], { outcome, reason }: DecisionView): Promise<boolean> {
    if (outcome === null || themes.length === 0) return false
    return this.desk.edit({ edit: 'decide_several', themes, decision: { outcome, reason } })
  }

  /** Ends what the answers rule out as not relevant, in one step: the answers are the reason. */
  async endRuledOut(ended: Pick<ThemeView, 'theme'>[]): Promise<boolean> {
    const themes = ended.map(({ theme }) => theme)
    if (!(await this.desk.edit({ edit: 'decide_several', themes, decision: { outcome: 'not_relevant', reason: '' } })))
      return false
    const undo = () => void this.desk.step('undo')
    this.desk.notice = {
      text: plural('requirements.ruledOut.done', themes.length, { count: countWord(themes.length) }),
      undo,
      lastStep: true
    }
    return true
  }

  async remove(card: Titled): Promise<void> {
    const counted = this.#counted()
    if (!(await this.desk.edit({ edit: 'remove', entry: card.entry }))) return
    const text = t('requirements.removed', { title: card.title }) + this.#recounted(counted)
    this.desk.notice = { text, undo: () => void this.desk.edit({ edit: 'choose', entry: card.entry }) }
  }

  /** Adds from the catalogue, and opens it where it stands. */
  async add(offer: OfferView): Promise<boolean> {
    if (!(await this.choose(offer))) return false
    this.open = offer.entry
    return true
  }

  /** Goes to the neighbour on the ladder, with what the officer has filled in as far as it fits there. */
  async changeLevel(card: RequirementCard, step: LadderStep): Promise<boolean> {
    if (!(await this.desk.edit({ edit: 'change_level', entry: card.entry, level: step.level }))) return false
    this.open = step.entry
    const { title: next } = step
    const key = next === card.title ? 'requirements.levelChanged' : 'requirements.levelReplaced'
    const text = t(key, { title: card.title, next, level: step.levelWord })
    const undo = () => void this.#goBack({ edit: 'change_level', entry: step.entry, level: card.level }, card)
    this.desk.notice = { text: withLoss(text, step), undo }
    return true
  }

  /** Goes to the same idea in another place of the procurement. */
  async changePlacement(card: RequirementCard, step: PlacementStep): Promise<boolean> {
    const { placement, word } = step.view
    if (!(await this.desk.edit({ edit: 'change_placement', entry: card.entry, placement }))) return false
    this.open = step.entry
    const back: Edit = { edit: 'change_placement', entry: step.entry, placement: card.placement }
    const text = t('requirements.placementChanged', { title: card.title, placement: word })
    this.desk.notice = { text: withLoss(text, step), undo: () => void this.#goBack(back, card) }
    return true
  }

  /** No value takes the officer's own away. What is so already needs no step in the history. */
  async setParameter(entry: EntryId, name: ParameterName, value: ParameterValue | null): Promise<boolean> {
    const key = `${entry}.${name}`
    if (isSame(value, this.#ownValue(entry, name))) return true
    const counted = this.#counted().filter((one) => one.entry !== entry)
    this.#values.set(key, value)
    const kept = await this.desk.edit({ edit: 'set_parameter', entry, parameter: name, value })
    if (this.#values.get(key) === value) this.#values.delete(key)
    const text = this.#recounted(counted).trim()
    if (text !== '') this.desk.notice = { text, undo: () => void this.desk.step('undo'), lastStep: true }
    return kept
  }

  /** Opens what an own requirement is written in: a new one, or one that is in the project. */
  write(theme: Theme, card?: RequirementCard): void {
    this.writing = card?.custom ? { entry: card.entry, start: card.custom, known: true } : newOwn(theme)
  }

  /** Keeps an own requirement, and opens it where it stands. */
  async keepOwn(writing: Writing, requirement: CustomRequirement): Promise<boolean> {
    const { entry } = writing
    const gone = this.#decidedAgainst(requirement.theme)
    const kept = await this.desk.edit({ edit: 'write_own', entry, requirement })
    this.refused = kept ? null : this.desk.takeRefused()
    if (!kept) return false
    this.desk.typed.delete(draftField(writing))
    this.writing = null
    this.open = entry
    if (gone !== null && this.#decidedAgainst(requirement.theme) === null) {
      this.#tellGone(t('requirements.added', { title: requirement.title }), gone)
    }
    return true
  }

  /** Leaves what an own requirement is written in, which lies until it is opened again. What was refused is said no longer. */
  cancelOwn(): void {
    this.writing = this.refused = null
  }

  /** Takes an own requirement away; it can be had again, with its weight and as chosen or put aside as it was. */
  async discard({ entry, title }: RequirementCard): Promise<void> {
    if (!(await this.desk.edit({ edit: 'write_own', entry, requirement: null }))) return
    const undo = () => void this.desk.step('undo')
    this.desk.notice = { text: t('own.discarded', { title }), undo, lastStep: true }
  }

  /** Keeps the duties in the officer's own words. */
  reword(entry: EntryId, duties: string[] | null): Promise<boolean> {
    return this.desk.edit({ edit: 'reword', entry, duties })
  }

  /** Goes back to the catalogue's text; the own one can be had again. */
  async useCatalogueText(card: RequirementCard): Promise<void> {
    const own = asKept(card.wording.duties, card.wording.values)
    if (!(await this.reword(card.entry, null))) return
    this.#tell('requirements.reword.gone', card, () => void this.reword(card.entry, own))
  }

  /** The card with the values that are on their way, so that a change right after builds on them. */
  shown(card: RequirementCard): RequirementCard {
    if (![...this.#values.keys()].some((key) => key.startsWith(`${card.entry}.`))) return card
    const parameters = card.parameters.map((parameter) => {
      const value = this.#values.get(`${card.entry}.${parameter.name}`)
      return value === undefined || value === null ? parameter : { ...parameter, value }
    })
    return { ...card, parameters }
  }

  /** The reason stays when another ending is chosen. */
  decide(theme: Theme, { reason }: DecisionView, outcome: Outcome): Promise<boolean> {
    return this.#decide(theme, { outcome, reason: this.#decisions.get(theme)?.reason ?? reason })
  }

  async giveReason(theme: Theme, view: DecisionView, reason: string): Promise<boolean> {
    const outcome = this.#decisions.get(theme)?.outcome ?? view.outcome
    return outcome !== null && this.#decide(theme, { outcome, reason })
  }

  async #decide(theme: Theme, decision: Decision): Promise<boolean> {
    this.#decisions.set(theme, decision)
    const kept = await this.desk.edit({ edit: 'decide', theme, decision })
    if (this.#decisions.get(theme) === decision) this.#decisions.delete(theme)
    return kept
  }

  async #goBack(edit: Edit, card: RequirementCard): Promise<void> {
    if (await this.desk.edit(edit)) this.open = card.entry
  }

  /** The officer's own value as it will stand when what is on its way is kept; none while it is proposed. */
  #ownValue(entry: EntryId, name: ParameterName): ParameterValue | null {
    const sent = this.#values.get(`${entry}.${name}`)
    if (sent !== undefined) return sent
    const card = this.#cards.find((known) => known.entry === entry)
    const parameter = card?.parameters.find((known) => known.name === name)
    return parameter?.origin === 'officer' ? parameter.value : null
  }

  get #cards(): RequirementCard[] {
    return this.desk.project?.themes.flatMap(({ cards }) => cards) ?? []
  }

  /** What stands in the document without having been chosen. */
  #along(): RequirementCard[] {
    return this.#cards.filter(({ chosen, number }) => !chosen && number !== null)
  }

  /** What has come along with what was chosen, as a sentence of its own: the officer signs for it too. */
  #come(before: RequirementCard[]): string {
    const isNew = ({ entry }: RequirementCard) => !before.some((known) => known.entry === entry)
    const titles = this.#along()
      .filter(isNew)
      .map(({ title }) => title)
    const named = { title: titles[0] ?? '', count: countWord(titles.length) }
    return titles.length > 0 ? ` ${plural('requirements.along', titles.length, named)}` : ''
  }

  /** The numbers that the program has worked out in what stands in the document. */
  #counted(): Counted[] {
    const numbers = ({ entry, title, parameters }: RequirementCard) =>
      parameters
        .filter(({ origin }) => origin === 'computed')
        .map(({ name, label, shown, value }) => ({ entry, title, name, label, shown, value }))
    return this.#cards.filter(({ number }) => number !== null).flatMap(numbers)
  }

  /** What was counted anew since then, as a sentence of its own: the officer has read the number that was there. */
  #recounted(before: Counted[]): string {
    const now = ({ entry, name }: Counted) =>
      this.#cards
        .find((card) => card.entry === entry && card.number !== null)
        ?.parameters.find((one) => one.name === name)
    const changed = before.flatMap((one) => {
      const after = now(one)
      return after && after.origin !== 'officer' && after.value !== one.value ? [{ one, after }] : []
    })
    const [first] = changed
    if (!first) return ''
    if (changed.length > 1) return ` ${t('requirements.recounted.several', { count: countWord(changed.length) })}`
    const { one, after } = first
    const said = { title: one.title, label: within(one.label), from: one.shown, to: after.shown }
    return ` ${t(after.value === null ? 'requirements.uncounted' : 'requirements.recounted', said)}`
  }

  /** How a theme has ended without any requirement, in words; none when it has not. */
  #decidedAgainst(theme: Theme): string | null {
    const view = this.desk.project?.themes.find((known) => known.theme === theme)
    switch (view?.decision?.outcome) {
      case 'not_relevant':
        return t('requirements.decision.notRelevant')
      case 'not_now':
        return t('requirements.decision.notNow')
      default:
        return null
    }
  }

  /** What was done took a decision and its reason along: only a step back brings all of it again. */
  #tellGone(text: string, outcome: string): void {
    const undo = () => void this.desk.step('undo')
    this.desk.notice = { text: `${text} ${t('requirements.decision.gone', { outcome })}`, undo, lastStep: true }
  }

  #tell(key: TextKey, { title }: Titled, undo: () => void): void {
    this.desk.notice = { text: t(key, { title }), undo }
  }
}

/** What was done, and what did not go along. */
function withLoss(text: string, { loses }: { loses: string | null }): string {
  return loses === null ? text : `${text} ${loses}`
}

/** Values may be rows of texts. */
function isSame(one: ParameterValue | null, other: ParameterValue | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const known = new WeakMap<Desk, Choosing>()

/** One a desk, so that the list of what can be added and the cards speak of the same open card. */
export function choosingAt(desk: Desk): Choosing {
  const choosing = known.get(desk) ?? new Choosing(desk)
  known.set(desk, choosing)
  return choosing
}
