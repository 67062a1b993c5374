/** The questions that somebody else is to answer, as a text to send. */
import { t } from '$lib/text.svelte'
import type { ProjectView, WaitingView } from '../../generated/types'

/** The questions under whom they go to, in the order they were met; those without anybody last. */
export function asLetter({ title, waiting }: Pick<ProjectView, 'title' | 'waiting'>): string {
  const heading = title ? t('needs.letter', { title }) : t('needs.letter.untitled')
  return [heading, ...byReceiver(waiting).map(([whom, texts]) => [whom, ...texts].join('\n'))].join('\n\n') + '\n'
}

function byReceiver(waiting: readonly WaitingView[]): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const { whom, text } of waiting) groups.set(whom, [...(groups.get(whom) ?? []), `- ${text}`])
  const named = [...groups]
    .filter(([whom]) => whom !== '')
    .map(([whom, texts]): [string, string[]] => {
      return [t('needs.letter.to', { whom }), texts]
    })
  const rest = groups.get('')
  return rest ? [...named, [t('needs.letter.toSomebody'), rest]] : named
}
