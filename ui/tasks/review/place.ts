/** Where a finding lies, as a link to what mends it and as words for that link. */
import { taskHref } from '$lib/route'
import { t } from '$lib/text.svelte'
import type { Place, ProjectView } from '../../generated/types'
import { questionHref } from '../needs/place'

/** The link to the fact, the question, the theme or the requirement; for the whole procurement, to the requirements. */
export function placeHref(project: ProjectView, place: Place): string {
  switch (place.kind) {
    case 'fact':
      return taskHref('procurement')
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

/** The requirement in its theme, named after it so that focus goes there. */
function requirementHref(project: ProjectView, entry: string): string {
  const theme = project.themes.find(({ cards }) => cards.some((card) => card.entry === entry))?.theme
  return theme ? `${taskHref('requirements', theme)}/${entry}` : taskHref('requirements')
}

/** "Gå till frågan", "Gå till kravet". */
export function goTo(place: Place): string {
  return t(`review.goTo.${place.kind}`)
}
