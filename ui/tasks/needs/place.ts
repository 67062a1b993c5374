/** Where a question stands: its group, and itself after it. */
import { taskHref } from '$lib/route'
import type { ProjectView, QuestionId } from '../../generated/types'

/** The link to a question; none when the question is not asked. */
export function questionHref(project: ProjectView, id: QuestionId): string | undefined {
  const holds = ({ questions }: { questions: { id: QuestionId }[] }) => questions.some((known) => known.id === id)
  const group = project.needs.find(holds)
  if (group) return `${taskHref('needs', group.group)}/${id}`
  return holds(project.readiness) ? `${taskHref('readiness', 'questions')}/${id}` : undefined
}
