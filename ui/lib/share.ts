/**
 * What came from the program, with all that is the same as before as it was before: whatever shows a part of it need not be
 * drawn again.
 */
export function share<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now
  if (Array.isArray(before) && Array.isArray(now)) return shareList(before, now)
  return isRecord(before) && isRecord(now) ? shareRecord(before, now) : now
}

/** What moved within a list is known by its entry, so that one that comes in between changes no other. */
function shareList<T extends unknown[]>(before: unknown[], now: T): T {
  const byEntry = new Map(before.map((known) => [entryOf(known), known]))
  for (const [at, part] of now.entries()) {
    const entry = entryOf(part)
    now[at] = share(entry === undefined ? before[at] : byEntry.get(entry), part)
  }
  const same = before.length === now.length && now.every((part, at) => part === before[at])
  return same ? (before as T) : now
}

function shareRecord<T extends Record<string, unknown>>(before: Record<string, unknown>, now: T): T {
  const names = Object.keys(now) as (keyof T & string)[]
  for (const name of names) now[name] = share(before[name], now[name])
  const same = names.length === Object.keys(before).length && names.every((name) => now[name] === before[name])
  return same ? (before as T) : now
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entryOf(value: unknown): unknown {
  return isRecord(value) ? value.entry : undefined
}
