/** What has changed, counted and in words. */
import { formatMoment } from '$lib/format'
import { countWord, plural, t } from '$lib/text.svelte'
import type { ChangeRow, CopyView, PartCount, ReceivedView, Side } from '../generated/types'

/** "6 svar, 1 krav" */
export function partsInWords(parts: readonly PartCount[]): string {
  return parts.map(({ part, n }) => plural(`receive.part.${part}`, n)).join(', ')
}

/** How many changes there are in each part. */
export function partsOf(changes: readonly ChangeRow[]): PartCount[] {
  const counts = new Map<PartCount['part'], number>()
  for (const { part } of changes) counts.set(part, (counts.get(part) ?? 0) + 1)
  return [...counts].map(([part, n]) => ({ part, n }))
}

/** As `plural`, with the number in words as a sentence begins, and words of their own for none. */
export function counted(stem: 'receive.together' | 'receive.clash' | 'receive.own' | 'receive.without', n: number) {
  return plural(stem, n, { count: countWord(n) })
}

/** What the two copies are called. */
export function sideNames({ file }: Pick<ReceivedView, 'file'>): Record<Side, string> {
  return {
    mine: t('receive.mine'),
    theirs: file.by === '' ? t('receive.file') : t('receive.fileFrom', { who: file.by })
  }
}

/** "Anna Lindqvist, 2026-11-25 14:32" */
export function whoAndWhen({ by, changed }: CopyView): string {
  return [by, changed && formatMoment(changed)].filter(Boolean).join(', ')
}
