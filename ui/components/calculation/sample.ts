import type { CalculationView } from './types'

export const sampleCalculation: CalculationView = {
  factors: [
    { value: '20,0 Mkr', label: 'värde', href: '#value' },
    { operator: 'times', value: '50 %', label: 'är arbete', href: '#q03' },
    { operator: 'through', value: '500 kr', label: 'per timme', href: '#hourly' },
    { operator: 'equals', value: '20 000 h', label: '3,0 personer i snitt' }
  ],
  outcome: { value: '2 × 240 h', label: 'högst två platser' },
  share: 0.024,
  end: 0.12,
  ticks: [
    { at: 0.03, label: 'avancerad' },
    { at: 0.06, label: 'spjutspets' },
    { at: 0.1, label: 'kräver skäl' }
  ],
  note: [
    'Om tre delar lika (6,7 Mkr var) når ingen steget. ',
    { text: 'Sänk till 6,5 Mkr', href: '#lower' },
    ', då blir det 3,6 %.'
  ]
}
