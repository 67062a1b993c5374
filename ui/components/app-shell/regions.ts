/**
 * The regions that F6 goes round, in reading order. Each is marked with `data-region` and can take focus. A region may lie
 * within another: the innermost that holds the focus is the one that one is in.
 */
export function nextRegion<Region extends { contains(other: unknown): boolean }>(
  regions: readonly Region[],
  focused: unknown,
  step: 1 | -1
): Region | undefined {
  const at = regions.findLastIndex((region) => region.contains(focused))
  if (at === -1) return step === 1 ? regions[0] : regions.at(-1)
  return regions[(at + step + regions.length) % regions.length]
}
