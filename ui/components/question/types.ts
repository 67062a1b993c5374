import type { LegalReference } from '$components/mark/LawMark.svelte'

export interface Option {
  code: string
  label: string
}

/** What the officer has answered. Unanswered is a state of its own, never the same as "no". */
export type Answer =
  | { kind: 'unanswered' }
  | { kind: 'chosen'; codes: string[] }
  | { kind: 'number'; value: number | null; typed?: string }
  | { kind: 'unknown'; whomToAsk: string }
  | { kind: 'not_relevant'; reason: string }

export interface Prefilled {
  /** The answer in words: "Ja" */
  answer: string
  /** Why it is so: "Bygg och anläggning (CPV 45) är riskbransch." */
  because: string
  source: string
  /** ISO date on which the source was read. */
  checkedOn: string
}

/** How the question stands: nothing to say, to be confirmed, awaiting somebody's answer, or left. */
export type QuestionMark = 'none' | 'confirm' | 'waiting' | 'left'

export interface QuestionView {
  id: string
  text: string
  hint?: string
  why: string
  reference?: LegalReference
  mark: QuestionMark
  kind: 'one' | 'many' | 'number'
  /** Own answers; empty for a number. */
  options: Option[]
  /** In a question with many answers, the own answer that excludes the others: "Inga tecken". */
  none?: Option
  /** In a question with many answers, how many may be chosen. */
  most?: number
  /** Unit of a number: "per år" */
  unit?: string
  /** Own words for Vet inte, when the question has a don't-know of its own: "Oklart". */
  unknownLabel?: string
  prefilled?: Prefilled
}
