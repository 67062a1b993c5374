/** The facts that are written and cannot be kept: what each is called, and what is wrong with it. */
import type { Desk, WrongFact } from '$lib/desk.svelte'
import { readAddedMonths, readDate, readFirmMonths, readMoney, readNumber, type Reading } from '$lib/read'
import { t, type TextKey } from '$lib/text.svelte'
import type { FactEdit } from '../../generated/types'

/** A fact that is read from what was typed. */
export type ReadFact = Extract<
  FactEdit,
  { field: 'notice_date' | 'tender_deadline' | 'start' } | { value: number | null }
>

type Way = { name: TextKey; read: (text: string) => Reading<unknown> }

/** In the order of the form. */
export const READ: Record<ReadFact['field'], Way> = {
  value_sek: { name: 'procurement.value', read: readMoney },
  option_value_sek: { name: 'procurement.optionValue', read: readMoney },
  months: { name: 'procurement.months', read: readFirmMonths },
  option_months: { name: 'procurement.optionMonths', read: readAddedMonths },
  notice_date: { name: 'procurement.noticeDate', read: readDate },
  tender_deadline: { name: 'procurement.tenderDeadline', read: readDate },
  start: { name: 'procurement.start', read: readDate },
  supplier_count: { name: 'procurement.supplierCount', read: readNumber }
}

/** What cannot be read, in the order of the form, and then what was refused. */
export function wrongFacts({ typed, refused }: Pick<Desk, 'typed' | 'refused'>): WrongFact[] {
  const fields = Object.keys(READ) as ReadFact['field'][]
  const unread = fields.flatMap((field) => unreadFact(field, typed.get(field)))
  return refused ? [...unread.filter(({ field }) => field !== refused.field), refused] : unread
}

function unreadFact(field: ReadFact['field'], text: string | undefined): WrongFact[] {
  if (text === undefined) return []
  const { name, read } = READ[field]
  const reading = read(text)
  return reading.ok ? [] : [{ field, name: t(name), problem: reading.problem }]
}
