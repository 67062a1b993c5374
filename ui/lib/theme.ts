export type Theme = 'system' | 'light' | 'dark'

/** Follows the system, or fixes the window in light or dark. */
export function setTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}
