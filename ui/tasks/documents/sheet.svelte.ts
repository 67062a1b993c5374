/** A sheet that comes back from Excel: the officer sees what it would change before anything is changed. */
import type { Desk } from '$lib/desk.svelte'
import type { SheetView } from '../../generated/types'

export class ReturnedSheet {
  /** What the chosen sheet would change, while the officer decides. */
  view = $state.raw<SheetView | null>(null)

  constructor(private readonly desk: Pick<Desk, 'chooseSheet' | 'edit'>) {}

  async choose(): Promise<void> {
    this.view = await this.desk.chooseSheet(() => void this.choose())
  }

  /** All of it, as one change. When it cannot be kept now, it is still shown, beside why. */
  async takeIn(): Promise<void> {
    const edit = this.view?.edit
    if (edit && (await this.desk.edit(edit))) this.view = null
  }

  leave(): void {
    this.view = null
  }
}
