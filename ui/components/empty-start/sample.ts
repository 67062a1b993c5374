export const sampleExamples = [
  {
    name: 'building',
    title: 'Mindre byggtjänster',
    text: 'Ramavtal, 20 Mkr, 4 år. Praktik, framkomlighet, säkerhet vid skola.'
  },
  { name: 'cleaning', title: 'Lokalvård', text: 'Tjänst, 36 Mkr, 3 år. Språkträning, dagtidsarbete, arbetsvillkor.' },
  { name: 'clothes', title: 'Arbetskläder', text: 'Vara, 4,2 Mkr, 2 år. Leveranskedjor, spårbarhet till fabrik.' }
]
