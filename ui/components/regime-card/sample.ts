/** Regimes for the gallery. */
import type { RegimeCard } from '../../generated/types'

export const sampleRegime: RegimeCard = {
  regime: 'nationally_governed',
  name: 'Annonspliktig enligt 19 kap. LOU',
  reason: 'Värdet 20 000 000 kr är under tröskelvärdet för byggentreprenad.',
  scale: {
    value: '20 000 000 kr',
    amount: 20_000_000,
    position: 0.43,
    bands: [
      { name: 'Direkt', from: null, width: 1 / 3, here: false },
      { name: '19 kap.', from: 700_000, width: 1 / 3, here: true },
      { name: 'Övriga LOU', from: 61_100_000, width: 1 / 3, here: false }
    ]
  },
  status: 'Beräknat, inte bekräftat. Kontrollera det i regeringens tillkännagivande (Svensk författningssamling, SFS).',
  period: '2026-01-01–2027-12-31',
  checkedOn: '2026-11-24',
  legalBasis: '5 kap. 1 § och 19 kap. 1 § LOU',
  whatIf: ['Om köpet mest är tjänst: LOU utom 19 och 19 a kap.'],
  missing: [],
  overruled: null,
  choices: [
    { regime: 'direct_award', label: 'Direktupphandling' },
    { regime: 'nationally_governed', label: 'Annonspliktig enligt 19 kap.' },
    { regime: 'directive_governed', label: 'LOU utom 19 och 19 a kap.' }
  ]
}

export const sampleOverruled: RegimeCard = {
  ...sampleRegime,
  scale: sampleRegime.scale && {
    ...sampleRegime.scale,
    bands: sampleRegime.scale.bands.map((band) => ({ ...band, here: false }))
  },
  regime: 'directive_governed',
  name: 'LOU utom 19 och 19 a kap. gäller',
  overruled: {
    regime: 'directive_governed',
    reason: 'Kommunen följer hela lagen frivilligt.',
    computed: 'Annonspliktig enligt 19 kap. LOU'
  }
}

export const sampleUndecided: RegimeCard = {
  ...sampleRegime,
  regime: null,
  name: 'Regimen kan inte avgöras än',
  reason: 'Fyll i värdet så visas regimen här.',
  scale: null,
  status: null,
  period: null,
  checkedOn: null,
  legalBasis: null,
  whatIf: [],
  missing: ['value']
}
