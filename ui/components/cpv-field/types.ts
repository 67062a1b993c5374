export interface CpvCode {
  /** Eight digits and check digit: "45453000-7" */
  code: string
  label: string
}

export interface CpvHit extends CpvCode {
  /** What the code is about, in a word: "Bygg" */
  kind?: string
}

export interface CpvHits {
  /** The best hits, in order. */
  hits: CpvHit[]
  /** How many there are in all. */
  total: number
}

/** Searches the codes: digits from the start of the code, words in any order. */
export type CpvSource = (words: string) => Promise<CpvHits>
