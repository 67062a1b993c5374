/** The words of the trade that are explained, and where on screen they are met beside the places where they stand by themselves. */
import type { TextKey } from '$lib/text.svelte'

/** A word with a meaning: the part of `terms.framework.meaning` between the dots. */
export type TermId = TextKey extends infer Key ? (Key extends `terms.${infer Id}.meaning` ? Id : never) : never

export const GLOSSARY: readonly TermId[] = [
  'placement',
  'contract_term',
  'technical_specification',
  'award_criterion',
  'selection_criterion',
  'exclusion_ground',
  'reserved_participation',
  'base',
  'advanced',
  'spearhead',
  'regime',
  'threshold',
  'directive_governed',
  'nationally_governed',
  'direct_award',
  'annex_2',
  'cpv',
  'framework',
  'call_off',
  'option',
  'labour_terms_need',
  'matching_lead',
  'companion',
  'proportionality',
  'rule_of_thumb',
  'law',
  'guidance',
  'practice',
  'contested',
  'cure',
  'damages',
  'termination',
  'mbl'
]

/** The words of a group of questions, in the order in which they are met. */
export const WORDS_OF: Partial<Record<string, readonly TermId[]>> = {
  readiness: ['matching_lead', 'mbl'],
  object: ['rule_of_thumb'],
  employment: ['matching_lead', 'proportionality'],
  labour_terms: ['threshold'],
  accessibility: ['technical_specification'],
  reservation: ['reserved_participation']
}
