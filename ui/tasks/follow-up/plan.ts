/** What the plan's table and its list of duties are drawn from. */
import { t } from '$lib/text.svelte'
import type { BuyerDuty, FollowUpPlan, ProjectView } from '../../generated/types'

/** Why there is no row: nothing stands yet, or it is decided that nothing shall. */
export function emptyPlan({ tasks }: Pick<ProjectView, 'tasks'>): string {
  const state = tasks.find(({ task }) => task === 'follow_up')?.state.state
  return t(state === 'done' ? 'followUp.nothing' : 'followUp.empty')
}

/** How much of the answered time the plan takes, 0 to 1; nothing when the time has not been answered. */
export function partTaken({ hours, answeredHours }: Pick<FollowUpPlan, 'hours' | 'answeredHours'>): number | null {
  if (answeredHours === null) return null
  return answeredHours > 0 ? Math.min(hours / answeredHours, 1) : 1
}

export interface DutyGroup {
  number: string
  texts: string[]
}

/** The buyer's duties by requirement, in the order they came. */
export function dutiesByRequirement(duties: readonly BuyerDuty[]): DutyGroup[] {
  const groups = new Map<string, string[]>()
  for (const { number, text } of duties) groups.set(number, [...(groups.get(number) ?? []), text])
  return [...groups].map(([number, texts]) => ({ number, texts }))
}
