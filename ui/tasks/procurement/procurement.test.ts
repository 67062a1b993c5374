import { describe, expect, it } from 'vitest'
import { Desk } from '$lib/desk.svelte'
import { commands } from '../../fixtures/commands'
import { facts, project } from '../../fixtures/project'
import type { Edit, RefusalView } from '../../generated/types'
import { ProcurementState, RegimeDraft } from './procurement.svelte'

const refusal: RefusalView = {
  kind: 'bad_input',
  text: 'Värdet av optionerna är större än hela värdet.',
  hint: 'Hela värdet ska räkna med optionerna.'
}

/** The form of an open project, and the edits that it has made. `refuse` says which are refused. */
async function form(refuse: (edit: Edit) => boolean = () => false) {
  const edits: Edit[] = []
  const edit = async (_: string, __: string, edit: Edit) => {
    if (refuse(edit)) throw refusal
    edits.push(edit)
    return { outcome: 'kept', project, words: '' } as const
  }
  const desk = new Desk(commands({ edit }))
  await desk.openProject('p1')
  return { desk, edits, procurement: new ProcurementState(desk), done: () => desk.openProject('p1') }
}

describe('a fact', () => {
  it('is kept as it was read', async () => {
    const { procurement, edits, done } = await form()
    procurement.read('months').onchange({ typed: '4 år', value: 48 })
    await done()
    expect(edits).toEqual([{ edit: 'fact', field: 'months', value: 48 }])
  })

  it('that cannot be read is empty, and its text stays until it is mended', async () => {
    const { procurement, edits, done } = await form()
    procurement.read('value_sek').onchange({ typed: 'cirka 20', value: null })
    await done()
    expect(edits).toEqual([{ edit: 'fact', field: 'value_sek', value: null }])
    expect(procurement.read('value_sek').typed).toBe('cirka 20')

    procurement.read('value_sek').onchange({ typed: '20 Mkr', value: 20_000_000 })
    expect(procurement.read('value_sek').typed).toBeUndefined()
  })

  it('that is refused says why at its own field, until it fits', async () => {
    let refused = true
    const { desk, procurement } = await form(() => refused)
    await procurement.set({ field: 'option_value_sek', value: 30_000_000 })
    expect(procurement.read('option_value_sek').problem).toBe(`${refusal.text} ${refusal.hint}`)
    expect([procurement.read('value_sek').problem, desk.problem]).toEqual([undefined, null])

    refused = false
    await procurement.set({ field: 'option_value_sek', value: 3_000_000 })
    expect(procurement.read('option_value_sek').problem).toBeUndefined()
  })
})

describe('a value of one year', () => {
  const known = { ...facts, months: 24, optionMonths: 24 }

  it('is multiplied with the longest term, and taken when the officer says so', async () => {
    const { procurement, edits, done } = await form()
    procurement.read('value_sek').onchange({ typed: '2,8 mnkr per år', value: null })
    expect(procurement.yearly('value_sek', known)).toEqual({ year: 2_800_000, months: 48, whole: 11_200_000 })
    procurement.takeWhole('value_sek', 11_200_000)
    await done()
    expect(edits.at(-1)).toEqual({ edit: 'fact', field: 'value_sek', value: 11_200_000 })
    expect(procurement.yearly('value_sek', known)).toBeNull()
  })

  it('waits for the term', async () => {
    const { procurement } = await form()
    procurement.read('value_sek').onchange({ typed: '2,8 mkr/år', value: null })
    expect(procurement.yearly('value_sek', { ...known, months: null })?.whole).toBeNull()
  })

  it('holds for the extensions alone where those are asked for', async () => {
    const { procurement } = await form()
    procurement.read('option_value_sek').onchange({ typed: '2,8 mkr/år', value: null })
    expect(procurement.yearly('option_value_sek', { ...known, optionMonths: 18 })?.whole).toBe(4_200_000)
    expect(procurement.yearly('option_value_sek', { ...known, optionMonths: null })?.whole).toBeNull()
  })
})

describe('the framework agreement', () => {
  it('is one choice for two facts', async () => {
    const { procurement, edits } = await form()
    await procurement.setFramework('with')
    await procurement.setFramework('no')
    expect(edits).toEqual([
      { edit: 'fact', field: 'framework', value: true },
      { edit: 'fact', field: 'guaranteed_volume', value: true },
      { edit: 'fact', field: 'framework', value: false },
      { edit: 'fact', field: 'guaranteed_volume', value: null }
    ])
  })

  it('is shown as it stands, and as nothing while nobody has said', async () => {
    const { procurement } = await form()
    const shown = (framework: boolean | null, guaranteedVolume: boolean | null) =>
      procurement.framework({ ...facts, framework, guaranteedVolume })
    expect([shown(null, null), shown(false, null), shown(true, null), shown(true, true)]).toEqual([
      null,
      'no',
      'without',
      'with'
    ])
  })
})

describe('a term with extensions', () => {
  it('fills in the firm months and what may be added to them', async () => {
    const { procurement, edits, done } = await form()
    procurement.read('months').onchange({ typed: '2+1+1 år', value: 24 })
    procurement.read('months').onchange({ typed: '36', value: 36 })
    procurement.read('months').onchange({ typed: '1+1', value: null })
    await done()
    expect(edits).toEqual([
      { edit: 'fact', field: 'months', value: 24 },
      { edit: 'fact', field: 'option_months', value: 24 },
      { edit: 'fact', field: 'months', value: 36 },
      { edit: 'fact', field: 'months', value: null }
    ])
  })
})

describe('codes and lots', () => {
  it('keeps the main code first, and loses none that are chosen in quick succession', async () => {
    const { procurement, edits, done } = await form()
    procurement.addCpv(facts, '45453000')
    procurement.makeMainCpv(facts, '50700000')
    procurement.removeCpv(facts, '45000000')
    await done()
    expect(edits.map((edit) => 'value' in edit && edit.value)).toEqual([
      ['45000000', '50700000', '45453000'],
      ['50700000', '45000000', '45453000'],
      ['50700000', '45453000']
    ])
  })

  it('takes a lot from each line that says something', async () => {
    const { procurement, edits, done } = await form()
    procurement.setLots({ ...facts, lots: [] }, 'Bygg\n\n  Måleri \n')
    await done()
    expect(edits).toEqual([{ edit: 'fact', field: 'lots', value: ['Bygg', 'Måleri'] }])
  })

  it('makes no step of a line that is only begun, and loses none that is taken back while it is on its way', async () => {
    const { procurement, edits, done } = await form()
    const known = { ...facts, lots: ['Bygg'] }
    procurement.setLots(known, 'Bygg\n')
    procurement.setLots(known, 'Bygg\nMåleri')
    procurement.setLots(known, 'Bygg')
    await done()
    expect(edits.map((edit) => 'value' in edit && edit.value)).toEqual([['Bygg', 'Måleri'], ['Bygg']])
  })
})

describe("the officer's own regime", () => {
  it('needs a regime and a reason, and says so first when the officer is done', () => {
    const draft = new RegimeDraft()
    expect([draft.unchosen, draft.unreasoned]).toEqual([false, false])
    expect(draft.finish()).toBeNull()
    expect([draft.unchosen, draft.unreasoned]).toEqual([true, true])

    draft.regime = 'directive_governed'
    draft.reason = '  Kommunen följer hela lagen frivilligt. '
    expect(draft.finish()).toEqual({
      regime: 'directive_governed',
      reason: 'Kommunen följer hela lagen frivilligt.'
    })
  })

  it('gives way to the computed one again', async () => {
    const { procurement, edits } = await form()
    await procurement.overrule(null)
    expect(edits).toEqual([{ edit: 'overrule_regime', choice: null }])
  })
})
