/** What can be done with a project, by where it stands. */
import Archive from '@lucide/svelte/icons/archive'
import ArchiveRestore from '@lucide/svelte/icons/archive-restore'
import Copy from '@lucide/svelte/icons/copy'
import Back from '@lucide/svelte/icons/history'
import Open from '@lucide/svelte/icons/folder-open'
import Plus from '@lucide/svelte/icons/plus'
import Template from '@lucide/svelte/icons/layout-template'
import Trash from '@lucide/svelte/icons/trash'
import type { MenuItem } from '$components/menu/item'
import { t } from '$lib/text.svelte'
import type { ProjectRow } from '../generated/types'
import type { Projects } from './projects.svelte'

export interface Ways {
  open: (project: ProjectRow) => void
  /** Begins a procurement from a template. */
  begin: (project: ProjectRow) => void
  /** Shows the backups of a project. */
  backups: (project: ProjectRow) => void
}

export function verbsFor(project: ProjectRow, projects: Projects, ways: Ways): MenuItem[] {
  const archived = project.group === 'archived'
  const begin = { text: t('start.fromTemplate'), icon: Plus, act: () => ways.begin(project) }
  return [
    ...(project.template ? [begin] : []),
    { text: t('start.open'), icon: Open, act: () => ways.open(project) },
    { text: t('start.copy'), icon: Copy, act: () => projects.copy(project) },
    {
      text: project.template ? t('start.template.off') : t('start.template.on'),
      icon: Template,
      act: () => projects.mark(project, 'template', !project.template)
    },
    {
      text: archived ? t('start.archived.off') : t('start.archived.on'),
      icon: archived ? ArchiveRestore : Archive,
      act: () => projects.mark(project, 'archived', !archived)
    },
    { text: t('backups.open'), icon: Back, act: () => ways.backups(project) },
    { text: t('start.removed.on'), icon: Trash, act: () => projects.mark(project, 'removed', true) }
  ]
}
