/** What can be chosen for a fact, in the window's language. */
import { t } from '$lib/text.svelte'
import type { Act, AuthorityKind, CallOff, ContractNature, Subcontracting } from '../../generated/types'
import type { Framework } from './procurement.svelte'

interface Option<Value> {
  value: Value
  label: string
}

export const natures = (): Option<ContractNature>[] =>
  (['works', 'services', 'supplies'] as const).map((value) => ({ value, label: t(`procurement.nature.${value}`) }))

export const authorityKinds = (): Option<AuthorityKind>[] =>
  (['municipality', 'region', 'state', 'company'] as const).map((value) => ({
    value,
    label: t(`procurement.authorityKind.${value}`)
  }))

export const callOffs = (): Option<CallOff>[] =>
  (['ranking', 'renewed_competition', 'single'] as const).map((value) => ({
    value,
    label: t(`procurement.callOff.${value}`)
  }))

export const frameworks = (): Option<Framework>[] =>
  (['without', 'with', 'no'] as const).map((value) => ({ value, label: t(`procurement.framework.${value}`) }))

export const subcontractings = (): Option<Subcontracting>[] =>
  (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`procurement.${value}`) }))

export const yesNo = (): Option<boolean>[] => [
  { value: true, label: t('procurement.yes') },
  { value: false, label: t('procurement.no') }
]

/** The short names of the acts are the same in every language. */
export const acts: readonly Option<Act>[] = [
  { value: 'lou', label: 'LOU' },
  { value: 'luf', label: 'LUF' },
  { value: 'luk', label: 'LUK' }
]
