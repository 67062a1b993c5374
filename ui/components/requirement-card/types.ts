import type { CalculationView } from '$components/calculation/types'
import type { TextPart } from '$components/link/types'
import type { LegalReference } from '$components/mark/LawMark.svelte'
import type { Level } from '$components/mark/LevelMark.svelte'

/** A value in a wording, edited in place. */
export interface ParameterView {
  id: string
  /** "steg" */
  name: string
  /** How it stands in the text: "7 500 000 kr". Not used while missing. */
  shown: string
  /** What the field opens with. */
  value: string | number | null
  kind: 'money' | 'months' | 'number' | 'percent' | 'date' | 'text' | 'choice'
  /** Codes and words of a choice. */
  options?: { code: string; label: string }[]
  /** Computed by the program, given by the officer, or to be filled in. */
  state: 'computed' | 'given' | 'missing'
}

/** A duty is text with parameters in it. */
export type WordingPart = string | ParameterView

export interface RequirementView {
  id: string
  title: string
  chosen: boolean
  level: Level
  /** The levels of its ladder; with only one there is nothing to change. */
  levels: Level[]
  /** Code of the criterion type. */
  placement: string
  placements: { code: string; label: string }[]
  reasons: TextPart[]
  /** What a choice waits for: "lägsta nivå i kollektivavtalet." */
  waitingFor?: string
  /** One duty a line. */
  duties: WordingPart[][]
  calculation?: CalculationView
  evidence: string
  followUp: string
  sanction: string
  references: LegalReference[]
}
