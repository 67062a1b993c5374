/** The officer chooses requirements: what becomes edits, and what can be taken back. */
import type { Desk, Notice } from '$lib/desk.svelte'
import { t, type TextKey } from '$lib/text.svelte'
import type {
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
    await this.desk.edit({ edit: 'remove', entry: card.entry })
    for (const { name, value } of this.#kept(card, step.entry)) await this.setParameter(step.entry, name, value)
    this.open = step.entry
    this.#tell('requirements.levelChanged', card, () => void this.#goBack(card.entry, step.entry), step.levelWord)
    return true
  }

  setParameter(entry: EntryId, parameter: ParameterName, value: ParameterValue | null): Promise<boolean> {
    return this.desk.edit({ edit: 'set_parameter', entry, parameter, value })
  }

  /** The reason stays when another ending is chosen. */
  decide(theme: Theme, { reason }: DecisionView, outcome: Outcome): Promise<boolean> {
    return this.desk.edit({ edit: 'decide', theme, decision: { outcome, reason } })
  }

  async giveReason(theme: Theme, { outcome }: DecisionView, reason: string): Promise<boolean> {
    return outcome !== null && this.desk.edit({ edit: 'decide', theme, decision: { outcome, reason } })
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
