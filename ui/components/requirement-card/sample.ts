import { sampleCalculation } from '$components/calculation/sample'
import type { ParameterView, RequirementView } from './types'
import { wordingParts } from './wording'

const parameter = (id: string, name: string, shown: string, rest: Partial<ParameterView>): ParameterView => ({
  id,
  name,
  shown,
  value: shown,
  kind: 'text',
  state: 'given',
  ...rest
})

const forms = [
  { code: 'internship', label: 'praktikplats' },
  { code: 'work_training', label: 'arbetsträning' }
]
const parameters = {
  form: parameter('form', 'form', 'praktikplats', { kind: 'choice', value: 'internship', options: forms }),
  weeks: parameter('weeks', 'veckor', '12 veckor', { kind: 'number', value: 12 }),
  step: parameter('step', 'steg', '8 000 000 kr', { kind: 'money', value: 8_000_000, state: 'computed' }),
  months: parameter('months', 'månader', '3 månader', { kind: 'months', value: 3 }),
  start: parameter('start', 'datum', '', { kind: 'date', value: null, state: 'missing' })
}

const common: Omit<RequirementView, 'id' | 'title' | 'level' | 'reasons' | 'chosen'> = {
  levels: ['base', 'advanced', 'spearhead'],
  placement: 'contract_term',
  placements: [
    { code: 'contract_term', label: 'Kontraktsvillkor' },
    { code: 'award_criterion', label: 'Tilldelningskriterium' }
  ],
  duties: [
    wordingParts(
      'Leverantören ska erbjuda en {form} på {weeks} varje gång leverantörens fakturerade värde i ramavtalet passerar ett nytt steg om {step} exklusive moms.',
      parameters
    ),
    wordingParts(
      'Platsen ska kunna börja senast {months} efter att steget har passerats, första gången {start}.',
      parameters
    )
  ],
  evidence: 'Fakturareskontra och överenskommelse om praktik',
  followUp: 'Avtalsansvarig, varje halvår, 8 timmar per år',
  sanction: 'Rättelse 30 dagar, sedan vite 10 000 kr per plats, högst 3 % av årets värde',
  references: [
    { kind: 'law', text: '19 kap. 3 och 9 §§ LOU' },
    { kind: 'guidance', text: '17 kap. 1 §' }
  ]
}

export const sampleRequirements: RequirementView[] = [
  {
    ...common,
    id: 'emp-dialogue',
    title: 'Dialog om sysselsättningsfrämjande insatser',
    level: 'base',
    chosen: true,
    reasons: ['volymen är osäker, och dialog är den nivå som alltid är proportionerlig.']
  },
  {
    ...common,
    id: 'emp-framework-step',
    title: 'Plats när fakturerat värde passerar ett steg',
    level: 'advanced',
    chosen: true,
    reasons: [
      'ramavtal ',
      { text: 'utan garanterad volym', href: '#q04' },
      ', målet är ',
      { text: 'erfarenhet', href: '#q07' },
      ', arbetsmarknadsenheten ',
      { text: 'föreslår kandidater', href: '#q10' },
      '.'
    ],
    calculation: sampleCalculation
  },
  {
    ...common,
    id: 'lab-terms-voluntary',
    title: 'Arbetsrättsliga villkor: frivilliga',
    level: 'advanced',
    chosen: false,
    reasons: ['riskbransch och två tecken på risk. '],
    waitingFor: 'lägsta nivå i kollektivavtalet.'
  }
]
