import type { TextPart } from '$components/link/types'

/** One number of the calculation, with where it comes from. */
export interface Factor {
  /** What is done with it and the number before; the first has none. */
  operator?: 'times' | 'through' | 'equals'
  /** "20,0 Mkr" */
  value: string
  /** "värde" */
  label: string
  /** Leads to the answer, fact or source that it comes from. */
  href?: string
}

/** A limit on the bar, as share of the working time. */
export interface Tick {
  at: number
  /** "avancerad" */
  label: string
}

export interface CalculationView {
  factors: Factor[]
  /** What comes out: "2 × 240 h", "högst två platser" */
  outcome?: { value: string; label: string }
  /** Share of the contract's working time that the requirement takes, 0 to 1. */
  share: number
  /** Where the bar ends, so that the highest limit is seen with room after it. */
  end: number
  /** Three limits in rising order: advanced, spearhead, and where a reason is needed. */
  ticks: [Tick, Tick, Tick]
  /** Advice, with links that do what they say. */
  note?: TextPart[]
  /** The officer's reason for going above the last limit; asked for only there. */
  reason?: string
}
