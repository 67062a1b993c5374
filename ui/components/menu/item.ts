import type { LucideIcon } from '@lucide/svelte'

/** A verb in a menu. */
export interface MenuItem {
  text: string
  icon: LucideIcon
  act: () => unknown
}
