import type { RegimeView } from './types'

export const sampleRegime: RegimeView = {
  kind: 'computed',
  name: 'Annonspliktig enligt 19 kap. LOU',
  because: 'Värdet 20 000 000 kr är under tröskelvärdet för byggentreprenad.',
  scale: {
    value: '20 Mkr',
    position: 0.41,
    bands: [
      { name: 'Direkt', width: 0.25, here: false },
      { name: '19 kap.', from: 'från 0,7 Mkr', width: 0.42, here: true },
      { name: 'Hela LOU', from: 'ca 61 Mkr', width: 0.33, here: false }
    ]
  },
  threshold: '5 404 000 euro, 2026–2027.',
  confirmed: false,
  checkedOn: '2026-11-24',
  basis: '5 kap. 1 § och 19 kap. 1 § LOU',
  wouldChange: ['Är köpet mest tjänst är tröskeln ungefär 2,4 Mkr. Då gäller hela LOU.']
}
