/** What there is room for on the time line, so many CSS pixels wide. */
import type { TimeMark, TimeTick } from '../../generated/types'

/** Marks nearer each other than this lie over each other. */
const APART = 18
/** "sep 2030", "2030" and "slut aug 2031", each with the air before the next. */
const LABEL = 58
const YEAR = 38
const LAST_LABEL = 84

/** Days that lie so near each other that they share a mark. */
export interface SharedMark extends TimeMark {
  days: number
}

/** A mark a day; where there is no room for that, one for those that lie together, in the middle of them. */
export function shared(marks: readonly TimeMark[], width: number): SharedMark[] {
  const groups: TimeMark[][] = []
  for (const mark of marks) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && (mark.at - first.at) * width < APART) group.push(mark)
    else groups.push([mark])
  }
  return groups.map((group) => ({
    at: ((group[0]?.at ?? 0) + (group.at(-1)?.at ?? 0)) / 2,
    entries: group.flatMap(({ entries }) => entries),
    days: group.length
  }))
}

/**
 * The years whose labels have room beside the next one that is written, without the month where that is what there is room
 * for; the first and the last are always written.
 */
export function labelled(ticks: readonly TimeTick[], width: number): TimeTick[] {
  const last = ticks.at(-1)
  const written: TimeTick[] = []
  for (const tick of ticks.slice(0, -1)) {
    const before = written.at(-1)
    if (before && (tick.at - before.at) * width < LABEL) continue
    const room = before && last ? (last.at - tick.at) * width - LAST_LABEL : LABEL
    if (room >= LABEL) written.push(tick)
    else if (room >= YEAR) written.push({ ...tick, label: tick.label.replace(/^.* /, '') })
  }
  return last ? [...written, last] : written
}
