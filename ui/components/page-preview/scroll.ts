/** Where a page lies in the scrolled column, in pixels from the column's start. */
export interface Span {
  top: number
  height: number
}

/**
 * The page one is looking at: the one that fills most of the view, and the earlier of two that fill as much.
 * Counted from 0.
 */
export function pageInView(pages: readonly Span[], scrolled: number, viewHeight: number): number {
  const seen = pages.map(({ top, height }) =>
    Math.max(0, Math.min(top + height, scrolled + viewHeight) - Math.max(top, scrolled))
  )
  return Math.max(0, seen.indexOf(Math.max(...seen)))
}

export const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const

/** The next step of zoom up or down from what is shown now; stays at the ends. */
export function nextZoom(now: number, step: 1 | -1): number {
  const further = step === 1 ? ZOOMS.find((zoom) => zoom > now + 0.01) : ZOOMS.findLast((zoom) => zoom < now - 0.01)
  return further ?? now
}

/**
 * The scale at which a page is drawn, in per cent, to be sharp at a zoom on a screen with so many dots a CSS pixel. In
 * steps of 50, so that a page is not drawn anew for every width of the column, and at most what is worth drawing.
 */
export function drawnAt(zoom: number, density: number): number {
  return Math.min(Math.max(Math.ceil(zoom * density * 2) * 50, 50), 400)
}
