/** Task 6: findings by how grave they are, and Stops that have a reason to go on. */
import type { Desk } from '$lib/desk.svelte'
import type { FindingView, Place, ProjectView, RefusalView } from '../../generated/types'
import { findingKey, openStops, placeHref } from './place'

export class ReviewState {
  /** The Stop whose reason is being written, by its key. */
  writing = $state<string | null>(null)
  /** Why the reason was not taken. */
  problem = $state.raw<RefusalView | null>(null)

  readonly stops = $derived.by(() => openStops(this.#project()))
  readonly warnings = $derived.by(() => this.#findings.filter(({ severity }) => severity === 'warning'))
  readonly infos = $derived.by(() => this.#findings.filter(({ severity }) => severity === 'info'))
  readonly kept = $derived.by(() => this.#findings.filter(({ severity, kept }) => severity === 'stop' && kept))

  #desk: Desk
  #project: () => ProjectView

  constructor(desk: Desk, project: () => ProjectView) {
    this.#desk = desk
    this.#project = project
  }

  get #findings(): FindingView[] {
    return this.#project().findings
  }

  /** The reason as it is written. It stays while one goes to look at the requirement, until it is kept or cancelled. */
  get reason(): string {
    return this.#desk.typed.get(reasonField(this.writing)) ?? ''
  }

  set reason(text: string) {
    if (this.writing !== null) this.#desk.typed.set(reasonField(this.writing), text)
  }

  /** The link to a place that a finding is about. */
  hrefOf(place: Place): string {
    return placeHref(this.#project(), place)
  }

  /** The officer's own name, while nobody has said whom the reason is to be signed by. */
  name = $state('')
  readonly asksName = $derived.by(
    () => this.#desk.settings.officer.trim() === '' && this.#project().facts.officer.trim() === ''
  )
  /** The officer has tried to keep the Stop without a name. */
  nameless = $state(false)

  /** Opens the field for the reason, or closes it. */
  write(finding: FindingView | null): void {
    const key = finding && findingKey(finding)
    this.writing = this.writing === key ? null : key
    this.problem = null
    this.nameless = false
  }

  /** Closes the field, and lets go of what was written. */
  cancel(): void {
    this.#desk.typed.delete(reasonField(this.writing))
    this.write(null)
  }

  /** Keeps a Stop with the reason that is written. True when it was kept; else `problem` says why, and the text stays. */
  async keep({ finding }: FindingView): Promise<boolean> {
    if (!(await this.#sign())) return false
    const kept = await this.#desk.edit({ edit: 'override', finding, reason: this.reason.trim() })
    if (kept) this.cancel()
    else this.problem = this.#desk.takeRefused()
    return kept
  }

  /** A Stop is never set aside by nobody. The name is kept for what is signed later too. */
  async #sign(): Promise<boolean> {
    if (!this.asksName) return true
    const value = this.name.trim()
    this.nameless = value === ''
    return !this.nameless && this.#desk.changeSetting({ setting: 'officer', value })
  }

  takeBack({ finding }: FindingView): Promise<boolean> {
    return this.#desk.edit({ edit: 'reinstate', finding })
  }
}

/** The name of the reason among what is typed on the desk. */
function reasonField(finding: string | null): string {
  return `review.${finding}`
}
