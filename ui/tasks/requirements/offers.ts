/** What can be added from the catalogue, found by words. */
import type { OfferView, Theme } from '../../generated/types'

/**
 * The offers of a theme, or of all, that have every word in their title or summary, in any order; those that fit the
 * procurement first.
 */
export function findOffers(offers: OfferView[], text: string, theme: Theme | null): OfferView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const has = ({ title, summary }: OfferView) => {
    const said = `${title} ${summary}`.toLowerCase()
    return words.every((word) => said.includes(word))
  }
  const found = offers.filter((offer) => (theme === null || offer.theme === theme) && has(offer))
  return [...found.filter(fits), ...found.filter((offer) => !fits(offer))]
}

export function fits(offer: OfferView): boolean {
  return offer.misfits.length === 0 && !offer.excludes.some(({ chosen }) => chosen)
}
