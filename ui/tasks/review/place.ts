/** Where a finding lies, as a link to what mends it and as words for that link. */
import { factHref, taskHref } from '$lib/route'
import { t } from '$lib/text.svelte'
import type { FindingKey, FindingView, Place, ProjectView } from '../../generated/types'
import { questionHref } from '../needs/place'

/** The link to the fact, the question, the theme or the requirement; for the whole procurement, to the requirements. */
export function placeHref(project: ProjectView, place: Place): string {
  switch (place.kind) {
    case 'fact':
      return factHref(place.id)
    case 'question':
      return questionHref(project, place.id) ?? taskHref('needs')
    case 'theme':
      return taskHref('requirements', place.id)
    case 'requirement':
      return requirementHref(project, place.id)
    case 'whole':
      return taskHref('requirements')
  }
}

/** The finding itself, in the review. */
export function findingHref(finding: FindingKey): string {
  return `${taskHref('review', 'findings')}/${encodeURIComponent(findingKey({ finding }))}`
}

/** The requirement in its theme, named after it so that focus goes there; also one that can be added there. */
function requirementHref(project: ProjectView, entry: string): string {
  const card = project.themes.find(({ cards }) => cards.some((card) => card.entry === entry))
  const theme = (card ?? project.offers.find((offer) => offer.entry === entry))?.theme
  return theme ? `${taskHref('requirements', theme)}/${entry}` : taskHref('requirements')
}

/** "Gå till frågan", "Gå till kravet", or "Gå till K5" when the requirement has a number. */
export function goTo(place: Place, number?: string | null): string {
  return number ? t('review.goTo.numbered', { number }) : t(`review.goTo.${place.kind}`)
}

/** What tells a finding from all others: a rule fires at most once for a case in a place. */
export function findingKey({ finding: { code, case: which, place } }: { finding: FindingKey }): string {
  return [code, which, place.kind, 'id' in place ? place.id : ''].join('/')
}

/** The Stops that nobody has given a reason for. */
export function openStops({ findings }: Pick<ProjectView, 'findings'>): FindingView[] {
  return findings.filter(({ severity, kept }) => severity === 'stop' && !kept)
}
