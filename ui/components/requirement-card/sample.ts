/** Requirements about employment, for the gallery and for tests. */
import { sampleCalculation } from '$components/calculation/sample'
import type { ParameterView, Piece, RequirementCard } from '../../generated/types'

export function sampleParameter(rest: Partial<ParameterView>): ParameterView {
  const plain: ParameterView = {
    name: 'value',
    label: 'Värde',
    kind: 'count',
    range: null,
    options: [],
    columns: [],
    value: null,
    shown: '',
    origin: 'default',
    locked: false,
    decides: false,
    unsaid: false
  }
  return { ...plain, ...rest }
}

export function sampleCard(rest: Partial<RequirementCard>): RequirementCard {
  const plain: RequirementCard = {
    entry: 'emp-study-visit',
    theme: 'employment',
    number: null,
    title: 'Studiebesök',
    summary: '',
    chosen: false,
    companion: false,
    gaps: false,
    standing: 'candidate',
    standingWord: 'Rekommenderas',
    level: 'base',
    levelWord: 'Bas',
    ladder: [],
    placement: 'contract_term',
    placementWord: 'Särskilt kontraktsvillkor',
    placements: [],
    excludes: [],
    reasons: [{ text: 'målet är en första kontakt', question: 'q07' }],
    duties: [],
    custom: null,
    ownWording: false,
    wording: { duties: [], values: [] },
    parameters: [],
    calculation: null,
    facts: [],
    citations: [],
    motive: '',
    pitfalls: [],
    practice: [],
    arguments: null,
    contested: null,
    ruleOfThumb: null
  }
  return { ...plain, ...rest }
}

const option = (code: string, label: string) => ({ code, label, disabled: false })
const text = (words: string): Piece => ({ kind: 'text', text: words })
const value = ({ name, shown, origin }: ParameterView): Piece => {
  return { kind: 'value', parameter: name, text: shown, origin }
}

const form = sampleParameter({
  name: 'form',
  label: 'Platsform',
  kind: 'choice',
  options: [option('internship', 'praktikplats'), option('work_training', 'arbetsträningsplats')],
  value: 'internship',
  shown: 'praktikplats'
})
const step = sampleParameter({
  name: 'step',
  label: 'Steg',
  kind: 'money',
  range: [500_000, 1_000_000_000],
  value: 8_000_000,
  shown: '8 000 000 kr',
  origin: 'computed'
})
const start = sampleParameter({ name: 'start', label: 'Första dagen', kind: 'date', shown: '', origin: 'missing' })
const groups = sampleParameter({
  name: 'groups',
  label: 'Uppgifter',
  kind: 'multi',
  options: [option('simple', 'enkla uppgifter'), option('craft', 'hantverk med stöd')],
  value: ['simple'],
  shown: 'enkla uppgifter'
})
const pay = sampleParameter({
  name: 'pay',
  label: 'Lägsta lön per yrkesgrupp',
  kind: 'table',
  columns: ['Yrkesgrupp', 'Lägsta lön i kronor'],
  value: [['Målare', '31 000']],
  origin: 'officer'
})
const part = sampleParameter({
  name: 'part',
  label: 'Lägsta andel på dagtid',
  kind: 'percent',
  value: 80,
  shown: '80 procent'
})
const whole = sampleParameter({
  name: 'whole',
  label: 'Andel som räknas',
  kind: 'percent',
  value: 100,
  shown: '100 procent'
})
const entrance = sampleParameter({ name: 'entrance', label: 'En entré ska hållas öppen', kind: 'flag', value: true })

export const sampleCards: RequirementCard[] = [
  sampleCard({
    entry: 'acc-ict',
    title: 'Digital tillgänglighet',
    standing: 'duty',
    standingWord: 'Följer av lag',
    reasons: [{ text: 'användaren möter något digitalt', question: 'q23' }]
  }),
  sampleCard({
    entry: 'emp-framework-step',
    number: 'K1',
    title: 'Plats när fakturerat värde passerar ett steg',
    summary: 'Leverantören erbjuder en plats varje gång det fakturerade värdet passerar ett bestämt belopp.',
    chosen: true,
    level: 'advanced',
    levelWord: 'Avancerad',
    ladder: [
      {
        entry: 'emp-dialogue',
        title: 'Dialog om sysselsättningsfrämjande insatser',
        level: 'base',
        levelWord: 'Bas',
        loses: null
      },
      {
        entry: 'emp-framework-step',
        title: 'Plats när fakturerat värde passerar ett steg',
        level: 'advanced',
        levelWord: 'Avancerad',
        loses: null
      }
    ],
    reasons: [
      { text: 'kravet ska bestämmas i steg efter avtalets värde', question: 'q11' },
      { text: 'kravet passar ofta i branschen', question: null }
    ],
    duties: [
      [
        text('Leverantören ska erbjuda en '),
        value(form),
        text(' för varje fullt steg om '),
        value(step),
        text(' exklusive moms.')
      ],
      [text('Platsen ska kunna börja '), value(start), text('. Uppgifterna är '), value(groups), text('.')],
      [
        { ...value(part), text: 'Minst 80 procent av arbetstiden' },
        text(' på platsen ska vara på dagtid. '),
        { ...value(whole), text: 'Alla' },
        text(' arbetade timmar räknas.')
      ]
    ],
    parameters: [form, step, start, groups, part, whole, pay, entrance],
    calculation: sampleCalculation,
    facts: [
      { fact: 'evidence_contract', label: 'Bevis i avtalet', text: 'Fakturareskontra och överenskommelse om platsen' },
      { fact: 'follow_up', label: 'Uppföljning', text: 'Avtalsansvarig, varje halvår' },
      { fact: 'sanction', label: 'Påföljd', text: 'Rättelse, därefter vite' }
    ],
    citations: [
      { text: '19 kap. 3 och 9 §§ LOU', basis: 'law', basisWord: 'lag', verified: true },
      { text: '17 kap. 1 § LOU', basis: 'guidance', basisWord: 'vägledning', verified: false }
    ],
    pitfalls: ['Meddela när ett steg passeras. Tiden börjar inte löpa förrän leverantören har fått veta det.'],
    practice: [{ text: 'En kommun har prövat steg i tre avtal.', source: 'Kommunens uppföljning, 2025' }],
    arguments: { pro: 'Platserna följer hur mycket som köps.', contra: 'Ingen vet i förväg hur många de blir.' },
    contested: 'Kravet är omtvistat: det har prövats i få mål.',
    ruleOfThumb: 'Talen bygger på hur andra gör eller på en uppskattning, inte på lag. Du får ändra dem.'
  }),
  sampleCard({
    entry: 'emp-supervisor',
    number: 'K2',
    title: 'Handledare',
    companion: true,
    standing: 'companion',
    standingWord: 'Följer med',
    reasons: [{ text: 'krävs av Plats när fakturerat värde passerar ett steg', question: null }]
  }),
  sampleCard({}),
  sampleCard({
    entry: 'emp-career-talks',
    number: 'K3',
    title: 'Yrkesinformation',
    chosen: true,
    ownWording: true,
    duties: [[text('Leverantören ska berätta om yrket två gånger om året.')]],
    parameters: [
      sampleParameter({ name: 'group', label: 'Högsta antal besökare', value: 8, shown: 'åtta', unsaid: true }),
      sampleParameter({ name: 'hours', label: 'Timmar per besök', kind: 'hours', value: 2, shown: '2', unsaid: true })
    ]
  })
]
