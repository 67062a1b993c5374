/** The regions that F6 goes round, in reading order. Each is marked with `data-region` and can take focus. */
export function nextRegion<Region extends { contains(other: unknown): boolean }>(
  regions: readonly Region[],
  focused: unknown,
  step: 1 | -1
): Region | undefined {
  const at = regions.findIndex((region) => region.contains(focused))
  if (at === -1) return step === 1 ? regions[0] : regions.at(-1)
  return regions[(at + step + regions.length) % regions.length]
}
