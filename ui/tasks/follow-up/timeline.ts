/** What there is room for on the time line, so many CSS pixels wide. */
import type { TimeMark, TimeTick } from '../../generated/types'

/** Marks nearer each other than this lie over each other. */
const APART = 18
/** A letter of a label, and the air before the next label. */
const LETTER = 5.75
const AIR = 8

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
  const room = ({ label }: TimeTick) => label.length * LETTER + AIR
  const last = ticks.at(-1)
  const written: TimeTick[] = []
  for (const tick of ticks.slice(0, -1)) {
    const before = written.at(-1)
    if (before && (tick.at - before.at) * width < room(before)) continue
    const left = before && last ? (last.at - tick.at) * width - room(last) : Infinity
    const year = { ...tick, label: tick.label.replace(/^.* (?=\d{4}$)/, '') }
    const fits = [tick, year].find((one) => room(one) <= left)
    if (fits) written.push(fits)
  }
  return last ? [...written, last] : written
}
