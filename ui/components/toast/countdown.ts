/**
 * A countdown that stands still while somebody looks at what it will take away. It starts over when they leave, since
 * a notice that vanishes as soon as the pointer leaves it cannot be used by whoever aims slowly.
 */
export class Countdown {
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly milliseconds: number,
    private readonly done: () => void
  ) {}

  start(): void {
    this.pause()
    this.#timer = setTimeout(this.done, this.milliseconds)
  }

  pause(): void {
    clearTimeout(this.#timer)
  }
}
