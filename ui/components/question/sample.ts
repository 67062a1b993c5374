/** Questions about labour terms, for the gallery and for tests. */
import type { FieldView, QuestionView } from '../../generated/types'

type Named = string | [code: string, label: string]

/** A field with options; an option is its code, or its code with its label. */
export function sampleField(rest: Partial<FieldView>, options: Named[] = []): FieldView {
  const option = (named: Named) => {
    const [code, label] = typeof named === 'string' ? [named, named] : named
    return { code, label, disabled: false }
  }
  const plain: FieldView = {
    name: 'field',
    label: '',
    kind: 'choice',
    options: options.map(option),
    most: null,
    range: null,
    required: true,
    optional: false,
    unit: ''
  }
  return { ...plain, ...rest }
}

export function sampleQuestion(rest: Partial<QuestionView>): QuestionView {
  const plain: QuestionView = {
    id: 'q00',
    text: '',
    why: '',
    help: '',
    fields: [],
    closed: [],
    noneOf: null,
    unknownLabel: null,
    answer: null,
    state: 'unanswered',
    mark: 'Kvar',
    proposal: null,
    ask: '',
    assessment: null,
    advice: null
  }
  return { ...plain, ...rest }
}

const yesNo: Named[] = [
  ['yes', 'Ja'],
  ['no', 'Nej']
]

export const sampleQuestions: QuestionView[] = [
  sampleQuestion({
    id: 'q15',
    text: 'Är branschen eller yrkesgruppen i riskzonen?',
    why: 'Bedömningen börjar med branschen. Den gäller yrkesgruppen, inte något visst företag.',
    fields: [sampleField({ name: 'risk_sector' }, yesNo)],
    state: 'prefilled',
    mark: 'Bekräfta',
    proposal: { answer: 'yes', shown: 'Ja', source: 'Bygg och anläggning är riskbransch enligt RiR 2025:21.' }
  }),
  sampleQuestion({
    id: 'q16',
    text: 'Vilka tecken på risk finns i just detta köp?',
    why: 'Risken finns i köpet, inte bara i branschen. Två eller fler tecken ger hög risk och fler kontroller.',
    fields: [
      sampleField({ name: 'risk_signs', kind: 'multi' }, [
        ['squeezed_price', 'Pressat pris'],
        ['many_tiers', 'Många led av underleverantörer'],
        ['temporary_or_posted', 'Tillfällig eller utstationerad personal'],
        ['none', 'Inga tecken']
      ])
    ],
    noneOf: 'none',
    answer: ['many_tiers', 'temporary_or_posted'],
    state: 'answered',
    mark: null
  }),
  sampleQuestion({
    id: 'q18a',
    text: 'Behövs villkor om lön, semester och arbetstid?',
    why: 'Hälften av granskade upphandlingar saknade bedömning (RiR 2025:21).',
    fields: [
      sampleField({ name: 'pay_terms_need' }, [...yesNo, ['cannot_be_established', 'Kan inte fastställas']]),
      sampleField({ name: 'reason', label: 'Skäl', kind: 'text' })
    ],
    answer: {
      pay_terms_need: 'yes',
      reason: 'Arbetet utförs i skolor av flera små underleverantörer i upp till tre led.'
    },
    state: 'answered',
    mark: null
  }),
  sampleQuestion({
    id: 'q17',
    text: 'Går lägsta nivån i ett centralt kollektivavtal att ange?',
    why: 'Ett villkor ska ange nivåer i kronor, dagar och timmar. ”Kollektivavtalsliknande” räcker inte.',
    fields: [sampleField({ name: 'pay_level' }, yesNo)],
    answer: { unknown: 'Parterna i Byggavtalet' },
    state: 'unknown',
    mark: 'Väntar på svar',
    ask: 'parterna i kollektivavtalet'
  }),
  sampleQuestion({
    id: 'q04',
    text: 'Hur kommer behovet?',
    why: 'Ett fast antal platser blir orättvist när volymen är osäker.',
    help: 'Gäller det säsong, ange hur många månader om året arbetet pågår.',
    fields: [
      sampleField({ name: 'need_pattern', label: 'Hur behovet kommer' }, [
        ['even', 'Jämnt över året'],
        ['season', 'I säsong']
      ]),
      sampleField({
        name: 'season_months',
        label: 'Säsongens längd',
        kind: 'number',
        required: false,
        optional: true,
        range: [1, 12]
      })
    ],
    answer: { need_pattern: 'season' },
    state: 'answered',
    mark: null
  }),
  sampleQuestion({
    id: 'q02',
    text: 'Hur många personer arbetar samtidigt hos en leverantör?',
    why: 'Den som ska ta emot någon behöver handledare. Antalet visar hur mycket som ryms.',
    fields: [
      sampleField({ name: 'headcount', kind: 'number_or', unit: 'personer' }, [['calculate', 'Räknas fram ur värdet']])
    ]
  }),
  sampleQuestion({
    id: 'q19',
    text: 'Utförs någon del där svensk arbetsrätt inte gäller?',
    why: 'Då kan ILO:s kärnkonventioner behöva skrivas in i avtalet.',
    fields: [sampleField({ name: 'outside_sweden' }, yesNo)],
    answer: { not_relevant: 'Allt arbete utförs i kommunens fastigheter.' },
    state: 'not_relevant',
    mark: null
  }),
  sampleQuestion({
    id: 'q11',
    text: 'Hur ska kravet bestämmas?',
    why: 'Välj ett sätt. Bara dialog kan ställas samtidigt med platser som följer beloppet.',
    fields: [
      sampleField({
        name: 'demand_form',
        options: [
          { code: 'dialogue', label: 'Dialog utan antal', disabled: false },
          { code: 'fixed_number', label: 'Fast antal platser', disabled: true },
          { code: 'share', label: 'Andel av arbetade timmar', disabled: true }
        ]
      })
    ],
    closed: [
      {
        code: 'fixed_number',
        label: 'Fast antal platser',
        blocks: [
          {
            spot: { kind: 'question', id: 'q09' },
            what: 'Hur många kandidater kan vara redo varje år?',
            now: 'inte besvarad',
            wanted: '',
            waits: true,
            role: 'needed'
          }
        ]
      },
      {
        code: 'share',
        label: 'Andel av arbetade timmar',
        blocks: [
          {
            spot: { kind: 'question', id: 'q04' },
            what: 'Hur kommer behovet?',
            now: 'Avrop utan garanterad volym',
            wanted: 'svaret är ”Jämnt över året” eller ”I säsong”',
            waits: false,
            role: 'needed'
          }
        ]
      }
    ]
  })
]
