/** Questions about labour terms, for the gallery. */
import type { Answer, QuestionView } from './types'

const yesNo = [
  { code: 'yes', label: 'Ja' },
  { code: 'no', label: 'Nej' }
]
const option = (label: string) => ({ code: label, label })

export const sampleQuestions: { question: QuestionView; answer: Answer }[] = [
  {
    question: {
      id: 'q15',
      text: 'Är branschen eller yrkesgruppen i riskzonen?',
      why: 'Bedömningen börjar med branschen. Den gäller yrkesgruppen, inte något visst företag.',
      mark: 'confirm',
      kind: 'one',
      options: yesNo,
      prefilled: {
        answer: 'Ja',
        because: 'Bygg och anläggning (CPV 45) är riskbransch.',
        source: 'Riksrevisionen, RiR 2025:21',
        checkedOn: '2026-11-24'
      }
    },
    answer: { kind: 'chosen', codes: ['yes'] }
  },
  {
    question: {
      id: 'q16',
      text: 'Vilka tecken på risk finns i just detta köp?',
      why: 'Risken finns i köpet, inte bara i branschen. Två eller fler tecken ger hög risk och fler kontroller.',
      mark: 'none',
      kind: 'many',
      options: [
        'Pressat pris',
        'Många led av underleverantörer',
        'Tillfällig eller utstationerad personal',
        'Bemanning',
        'Ensam- eller nattarbete',
        'Tidigare brister'
      ].map(option),
      none: option('Inga tecken')
    },
    answer: { kind: 'chosen', codes: ['Många led av underleverantörer', 'Tillfällig eller utstationerad personal'] }
  },
  {
    question: {
      id: 'q17',
      text: 'Går lägsta nivån i ett centralt kollektivavtal att ange?',
      why: 'Ett villkor ska ange nivåer i kronor, dagar och timmar. ”Kollektivavtalsliknande” räcker inte.',
      reference: { kind: 'guidance', text: '17 kap. 3 § LOU' },
      mark: 'waiting',
      kind: 'one',
      options: yesNo
    },
    answer: { kind: 'unknown', whomToAsk: 'Parterna i Byggavtalet' }
  },
  {
    question: {
      id: 'q19',
      text: 'Utförs någon del där svensk arbetsrätt inte gäller?',
      why: 'Då kan ILO:s kärnkonventioner behöva skrivas in i avtalet.',
      mark: 'none',
      kind: 'one',
      options: yesNo
    },
    answer: { kind: 'not_relevant', reason: 'Allt arbete utförs i kommunens fastigheter.' }
  },
  {
    question: {
      id: 'q09',
      text: 'Finns kandidater som kan vara redo under avtalet?',
      why: 'Ett antal som ingen kan fylla faller tillbaka på leverantören.',
      mark: 'left',
      kind: 'number',
      options: [],
      unit: 'per år'
    },
    answer: { kind: 'unanswered' }
  }
]
