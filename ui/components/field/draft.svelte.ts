import type { Reading } from '$lib/read'
import { Typing } from './typing'

/** What a field gives back: the text as typed, and what could be read from it (nothing when empty or unreadable). */
export interface Entry<T> {
  typed: string
  value: T | null
}

interface Source<T> {
  /** What is known outside: the value, and the text when it could not be read. */
  outside: () => { value: T | null; typed?: string | undefined }
  read: (text: string) => Reading<T>
  show: (value: T) => string
  /** Called when a change is to be kept: on leaving the field, or while it is typed in if it can be read. */
  keep: (entry: Entry<T>) => void
}

/**
 * A field while it is being typed in. The text stays as typed and is checked on leaving, never while typing;
 * what can be read is then shown in Swedish form.
 */
export class Draft<T> {
  static readonly REST = 500
  /** The longest, in milliseconds, that anything is typed before it is kept: all is to be kept within a second. */
  static readonly LONGEST = 750

  #source: Source<T>
  #draft = $state<string | null>(null)
  #rest: ReturnType<typeof setTimeout> | undefined
  /** When what is typed was last kept, or begun. */
  #since: number | undefined
  #kept: string | undefined
  /** What was given to be kept and has not been seen outside yet, as it will stand there, in order. */
  #onTheWay: string[] = []
  #pieces = new Typing('')

  constructor(source: Source<T>) {
    this.#source = source
  }

  /** The text in the field. */
  get text(): string {
    return this.#draft ?? this.#outsideText
  }

  /** The sentence that says what is wrong, while nobody is typing. */
  get problem(): string | undefined {
    if (this.#typing || this.text.trim() === '') return undefined
    const reading = this.#source.read(this.text)
    return reading.ok ? undefined : reading.problem
  }

  #typing = $state(false)

  get #outsideText(): string {
    const { value, typed } = this.#source.outside()
    return typed ?? (value === null ? '' : this.#source.show(value))
  }

  enter(): void {
    if (this.#draft === null) this.#kept = this.#outsideText
    this.#pieces = new Typing(this.text)
  }

  type(text: string): void {
    this.#pieces.add(text, Date.now())
    this.#take(text)
  }

  /** Takes back what was typed last here, or does it again. False when there is nothing of it. */
  step(way: 'undo' | 'redo'): boolean {
    const text = way === 'undo' ? this.#pieces.back() : this.#pieces.forth()
    if (text !== undefined) this.#take(text)
    return text !== undefined
  }

  #take(text: string): void {
    this.#typing = true
    this.#draft = text
    clearTimeout(this.#rest)
    this.#since ??= Date.now()
    const left = this.#since + Draft.LONGEST - Date.now()
    this.#rest = setTimeout(() => this.#rested(text), Math.min(Draft.REST, left))
  }

  /** Called when the field is left, or goes away with what it stands in. */
  leave(): void {
    this.#stop()
    if (this.#draft === null) return
    this.#keep(this.#draft)
    const reading = this.#source.read(this.#draft)
    if (reading.ok) this.#kept = this.#draft = this.#source.show(reading.value)
  }

  /**
   * Called when the value has changed outside, for instance by undo; a text being typed is left alone. What comes back of
   * what was given here is no news: on a slow machine the end of a sentence is still on its way when its beginning comes.
   */
  follow(): void {
    const at = this.#onTheWay.indexOf(this.#outsideText)
    this.#onTheWay = at < 0 ? [] : this.#onTheWay.slice(at + 1)
    if (this.#typing || this.#onTheWay.length > 0) return
    this.#draft = null
    this.enter()
  }

  /** Lets go of what is typed: what is known outside is shown again. */
  drop(): void {
    this.#stop()
    this.#draft = null
    this.#onTheWay = []
  }

  #stop(): void {
    clearTimeout(this.#rest)
    this.#since = undefined
    this.#typing = false
  }

  #rested(text: string): void {
    this.#since = undefined
    if (this.#source.read(text).ok) this.#keep(text)
  }

  /** What reads as what is kept already is no change, however it was typed. */
  #keep(text: string): void {
    const reading = this.#source.read(text)
    const shown = reading.ok ? this.#source.show(reading.value) : text
    if (shown === this.#kept) return
    this.#kept = shown
    this.#onTheWay.push(shown)
    this.#source.keep({ typed: text, value: text.trim() !== '' && reading.ok ? reading.value : null })
  }
}
