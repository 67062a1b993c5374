import type { TextPart } from '$components/link/types'

/** One part of the scale of values: what governs there, and from which value. */
export interface Band {
  /** "19 kap." */
  name: string
  /** "från 0,7 Mkr"; the first band begins at nothing. */
  from?: string
  /** Part of the bar's width, 0 to 1. The scale is not even: a bar to scale would hide the low bands. */
  width: number
  /** The value lies here. */
  here: boolean
}

/** The value against the thresholds. */
export interface Scale {
  bands: Band[]
  /** "20 Mkr" */
  value: string
  /** Where the value lies on the bar, 0 to 1. */
  position: number
}

export type RegimeView =
  | {
      kind: 'computed'
      /** "Annonspliktig enligt 19 kap. LOU" */
      name: string
      because: string
      scale?: Scale
      /** "5 404 000 euro, 2026–2027." */
      threshold: string
      /** Whether a source for the value in kronor has been read. */
      confirmed: boolean
      checkedOn: string
      basis: string
      wouldChange: TextPart[]
    }
  | { kind: 'overruled'; name: string; computed: string; officer: string; date: string; reason: string }
  | { kind: 'undecided'; because: string; lastKnown?: { name: string; when: string } }
