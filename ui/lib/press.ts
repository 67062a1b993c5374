/**
 * A press with a pointer's button. While it is held down nothing moves under it: what was kept when a field was left would
 * else come between the beginning of the press and its end, and the press on what stood there would be none.
 */
export class Press {
  /** Milliseconds: longer than anybody holds a button down to press with it. */
  static readonly LONGEST = 1000

  #held = false
  #waiting: (() => void)[] = []

  /** Listens where presses are made; without that nothing is ever held down. */
  constructor(where?: Pick<EventTarget, 'addEventListener'>) {
    where?.addEventListener('pointerdown', () => (this.#held = true), { capture: true })
    // What is pressed is told of the press after its end, and before anything that waits.
    for (const end of ['pointerup', 'pointercancel'])
      where?.addEventListener(end, () => setTimeout(() => this.#end()), { capture: true })
  }

  /** Comes when no button is held down. */
  over(): Promise<void> {
    if (!this.#held) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      setTimeout(() => this.#end(), Press.LONGEST)
    })
  }

  #end(): void {
    this.#held = false
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
