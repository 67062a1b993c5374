/** What a search for "vite" finds. Invented. */
import type { HitView, Leads, MarkedText, SearchView } from '../../generated/types'

const marked = (text: string): MarkedText[] => {
  const at = text.toLowerCase().indexOf('vite')
  if (at < 0) return [{ text, hit: false }]
  const pieces = [text.slice(0, at), text.slice(at, at + 4), text.slice(at + 4)]
  return pieces.map((piece, index) => ({ text: piece, hit: index === 1 })).filter(({ text }) => text !== '')
}

const hit = (title: string, note: string, leads: Leads, excerpt = '', everyday = false): HitView => ({
  title: marked(title),
  excerpt: excerpt ? marked(excerpt) : [],
  everyday,
  note,
  leads
})

const requirement = (id: string): Leads => ({ leads: 'to', spot: { kind: 'requirement', id } })

export const sampleFound: SearchView = {
  groups: [
    {
      name: 'I projektet',
      hits: [
        hit(
          'K3 Plats när fakturerat värde passerar ett steg',
          'Sysselsättning',
          requirement('emp-step'),
          'Rättelse, sedan vite 10 000 kr per plats'
        ),
        hit('Vite utan tak', 'Granskning', { leads: 'to', spot: { kind: 'task', id: 'review' } })
      ]
    },
    {
      name: 'I kravbiblioteket',
      hits: [
        hit('Vite med tak', 'Gemensamma villkor', requirement('gen-damages')),
        hit('Rättelse inom viss tid', 'Gemensamma villkor', requirement('gen-remedy'), 'vite', true)
      ]
    },
    {
      name: 'Gör',
      hits: [
        hit('Spara projektfil …', '', { leads: 'does', action: 'save_project_file' }),
        hit('Skapa PDF', '', { leads: 'does', action: 'save_pdf' })
      ]
    }
  ],
  total: 6
}
