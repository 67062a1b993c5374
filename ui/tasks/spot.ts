/** Where something stands, as a link to it. */
import { factHref, taskHref } from '$lib/route'
import type { ProjectView, Spot } from '../generated/types'
import { questionHref } from './needs/place'
import { findingHref, placeHref } from './review/place'

export function spotHref(project: ProjectView, spot: Spot): string {
  switch (spot.kind) {
    case 'task':
      return taskHref(spot.id)
    case 'fact':
      return factHref(spot.id)
    case 'cpv':
      return factHref('cpv')
    case 'question':
      return questionHref(project, spot.id) ?? taskHref('needs')
    case 'theme':
    case 'requirement':
      return placeHref(project, spot)
    case 'finding':
      return findingHref(spot.id)
  }
}
