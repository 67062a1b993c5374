/** Importing a catalogue file: the officer sees what it holds before anything of it is taken in. */
import type { Desk } from '$lib/desk.svelte'
import type { CatalogueFileView } from '../generated/types'

export class Importing {
  /** What the chosen file holds, while the officer decides. */
  proposal = $state.raw<CatalogueFileView | null>(null)

  constructor(private readonly desk: Pick<Desk, 'chooseCatalogue' | 'takeInCatalogue'>) {}

  async choose(): Promise<void> {
    this.proposal = await this.desk.chooseCatalogue(() => void this.choose())
  }

  /** When it cannot be taken in now, what it holds is still shown, beside why. */
  async takeIn(): Promise<void> {
    if (await this.desk.takeInCatalogue()) this.proposal = null
  }

  cancel(): void {
    this.proposal = null
  }
}
