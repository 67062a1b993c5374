/** The officer chooses requirements: what becomes edits, and what can be taken back. */
import { SvelteMap } from 'svelte/reactivity'
import type { Desk, Notice } from '$lib/desk.svelte'
import { t, type TextKey } from '$lib/text.svelte'
import type {
  Decision,
  DecisionView,
  EntryId,
  LadderStep,
  OfferView,
  Outcome,
  ParameterName,
  ParameterValue,
  RequirementCard,
  Theme
} from '../../generated/types'

type Titled = Pick<RequirementCard, 'entry' | 'title'>

export class Choosing {
  /** The card that is open. */
  open = $state<EntryId | null>(null)

  /** Values on their way, by entry and name. */
  readonly #values = new SvelteMap<string, ParameterValue | null>()
  /** Decisions on their way: what is decided right after builds on them. */
  readonly #decisions = new SvelteMap<Theme, Decision>()

  constructor(private readonly desk: Pick<Desk, 'edit' | 'project'> & { notice: Notice | null }) {}

  toggle(entry: EntryId, open: boolean): void {
    this.open = open ? entry : null
  }

  async choose(card: Titled): Promise<boolean> {
    if (!(await this.desk.edit({ edit: 'choose', entry: card.entry }))) return false
    this.#tell('requirements.added', card, () => void this.desk.edit({ edit: 'remove', entry: card.entry }))
    return true
  }

  async remove(card: Titled): Promise<void> {
    if (!(await this.desk.edit({ edit: 'remove', entry: card.entry }))) return
    this.#tell('requirements.removed', card, () => void this.desk.edit({ edit: 'choose', entry: card.entry }))
  }

  /** Adds from the catalogue, and opens it where it stands. */
  async add(offer: OfferView): Promise<boolean> {
    if (!(await this.choose(offer))) return false
    this.open = offer.entry
    return true
  }

  /** Goes to the neighbour on the ladder: it is chosen with what the officer had filled in, and the old one goes. */
  async changeLevel(card: RequirementCard, step: LadderStep): Promise<boolean> {
    if (step.entry === card.entry) return false
    if (!(await this.desk.edit({ edit: 'choose', entry: step.entry }))) return false
    for (const { name, value } of this.#kept(card, step.entry)) await this.setParameter(step.entry, name, value)
    await this.desk.edit({ edit: 'remove', entry: card.entry })
    this.open = step.entry
    this.#tell('requirements.levelChanged', card, () => void this.#goBack(card.entry, step.entry), step.levelWord)
    return true
  }

  async setParameter(entry: EntryId, name: ParameterName, value: ParameterValue | null): Promise<boolean> {
    const key = `${entry}.${name}`
    this.#values.set(key, value)
    const kept = await this.desk.edit({ edit: 'set_parameter', entry, parameter: name, value })
    if (this.#values.get(key) === value) this.#values.delete(key)
    return kept
  }

  /** The card with the values that are on their way, so that a change right after builds on them. */
  shown(card: RequirementCard): RequirementCard {
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

  /** What the officer has filled in that has a place in the other entry too: same name, same kind. */
  #kept(card: RequirementCard, entry: EntryId) {
    const cards = this.desk.project?.themes.flatMap((theme) => theme.cards) ?? []
    const next = cards.find((known) => known.entry === entry)?.parameters ?? []
    return card.parameters.filter(
      ({ name, kind, origin, locked }) =>
        origin === 'officer' && !locked && next.some((other) => other.name === name && other.kind === kind)
    )
  }

  async #goBack(to: EntryId, from: EntryId): Promise<void> {
    if (!(await this.desk.edit({ edit: 'choose', entry: to }))) return
    await this.desk.edit({ edit: 'remove', entry: from })
    this.open = to
  }

  #tell(key: TextKey, { title }: Titled, undo: () => void, level = ''): void {
    this.desk.notice = { text: t(key, { title, level }), undo }
  }
}

const known = new WeakMap<Desk, Choosing>()

/** One a desk, so that the list of what can be added and the cards speak of the same open card. */
export function choosingAt(desk: Desk): Choosing {
  const choosing = known.get(desk) ?? new Choosing(desk)
  known.set(desk, choosing)
  return choosing
}
