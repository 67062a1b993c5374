import type { CalculationView } from '../../generated/types'

export const sampleCalculation: CalculationView = {
  capacity: [
    {
      label: 'Värde för en leverantör',
      value: '20 000 000 kr',
      from: 'värdet exklusive moms i Upphandlingen',
      spot: { kind: 'fact', id: 'value_sek' }
    },
    { label: 'Andel arbete', value: '50 %', from: 'tumregel för branschen', spot: null },
    { label: 'Kostnad per arbetad timme', value: '500 kr', from: 'tumregel för branschen', spot: null },
    { label: 'Arbetstimmar', value: '20 000 timmar', from: '20 000 000 kr × 50 % ÷ 500 kr', spot: null }
  ],
  asked: [
    { label: 'Platser', value: '2 platser', from: '20 000 000 kr ÷ 8 000 000 kr', spot: null },
    { label: 'Timmar för alla platser', value: '480 timmar', from: '2 × 240 timmar', spot: null },
    { label: 'Andel av arbetstiden', value: '2,4 %', from: '480 timmar ÷ 20 000 timmar', spot: null }
  ],
  places: 2,
  share: 0.024,
  shareShown: '2,4 %',
  ticks: [
    { at: 0.03, label: 'Avancerad' },
    { at: 0.06, label: 'Spjutspets' },
    { at: 0.1, label: 'kräver skäl' }
  ],
  supervisionCost: '72 000 kr',
  ruleOfThumb: 'Talen bygger på hur andra gör eller på en uppskattning, inte på lag. Du får ändra dem.',
  overLimit: null
}
