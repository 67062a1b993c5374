/** What is said to whoever listens to the window: the newest, and at most one thing in ten seconds. */
export class Polite {
  static readonly PAUSE = 10_000

  text = $state('')

  #next = ''
  #rests: ReturnType<typeof setTimeout> | undefined

  say(text: string): void {
    this.#next = text
    if (this.#rests === undefined) this.#speak()
  }

  #speak(): void {
    this.text = this.#next
    this.#rests = setTimeout(() => {
      this.#rests = undefined
      if (this.#next !== this.text) this.#speak()
    }, Polite.PAUSE)
  }
}
