import type { CpvHits } from '../generated/types'

/** What nothing typed finds. */
export const NO_CODES: CpvHits = { hits: [], total: 0, otherCheckDigit: null }
