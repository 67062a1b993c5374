/** What the officer has in front of them: the start page or one project, and the only way to ask the program for anything. */
import { SvelteSet } from 'svelte/reactivity'
import type * as commands from '../generated/commands'
import type {
  AboutView,
  BackupView,
  BackupsView,
  CatalogueFileView,
  Choices,
  Content,
  CpvCode,
  DifferenceRow,
  DocumentName,
  DocumentView,
  Edit,
  FactEdit,
  FileKind,
  FileView,
  Form,
  HistoryRow,
  Language,
  LibraryView,
  Mark,
  MatchingLeadView,
  OffersView,
  Placement,
  ProjectId,
  ProjectView,
  QuestionId,
  ReceivedView,
  RefusalView,
  Regime,
  RevisionId,
  Saved,
  SearchView,
  Setting,
  Settings,
  SheetView,
  Spot,
  StandardsView,
  StartView,
  Theme,
  TrapView,
  Way
} from '../generated/types'
import { NO_CODES } from './cpv'
import { Polite } from './polite.svelte'
import { Press } from './press'
import { share } from './share'
import { setLanguage, t } from './text.svelte'
import { LeftOff } from './left-off'
import { type Shelf, Typed } from './typed.svelte'

/** Everything that the window can ask for; a test hands in its own. */
export type Commands = typeof commands

/** What has just been done, with a way to take it back, or to see it, where there is one. */
export interface Notice {
  text: string
  undo?: () => void
  /** Leads to what it tells of: a file that was saved, a question that came. */
  show?: { label: string; go: () => void }
  /** It is taken back as the last step, so that a later change leaves nothing to take back here. */
  lastStep?: boolean
}

/** A file that was not written or read, and the way to choose another. */
export interface Undone {
  /** "Filen sparades inte." */
  text: string
  /** "Välj en annan mapp …" */
  way: string
  choose: () => void
}

/** A fact that is written and cannot be kept. */
export interface WrongFact {
  field: FactEdit['field']
  /** "Värde exklusive moms" */
  name: string
  /** What is wrong and how to write instead, as it is said at the field. */
  problem: string
}

const UNSET: Settings = {
  language: 'sv',
  colours: 'system',
  textSize: '100',
  officer: '',
  authority: {
    name: '',
    kind: 'municipality',
    unit: '',
    contact: '',
    contractManager: '',
    decisionMaker: '',
    matchingLead: null
  },
  exportFolder: null,
  backupFolder: null
}

export class Desk {
  /** Milliseconds until changes that could not be kept are tried again by themselves. */
  static readonly RETRY = 10_000

  settings = $state.raw<Settings>(UNSET)
  /** How large everything is for now, in per cent of the size that the officer has set. */
  zoom = $state(100)
  start = $state.raw<StartView | null>(null)
  /** Why what is kept cannot be used, as far as the start page knows: it is said there until it can. */
  hindered = $state.raw<RefusalView | null>(null)
  #project = $state.raw<ProjectView | null>(null)
  /** Which catalogue is in use. */
  library = $state.raw<LibraryView | null>(null)
  /** An edit is on its way. */
  saving = $state(false)
  /** The last edit was not kept. */
  unsaved = $state(false)
  /** When the project was last saved, UTC. */
  readonly savedAt = $derived(this.project?.savedAt ?? null)
  /** Why the last thing asked for was not done. */
  problem = $state.raw<RefusalView | null>(null)
  /** What it means for the file that was asked for; none when it was not a file. */
  undone = $state.raw<Undone | null>(null)
  notice = $state.raw<Notice | null>(null)
  /** What is said to whoever listens: when it was saved, what was undone. */
  readonly polite = new Polite()
  /** What was typed and is not kept, by the field's id. It stays there until it is mended, also while the window is closed. */
  readonly typed: Typed
  /** The fact that was refused last, until it is written so that it fits. */
  refused = $state.raw<WrongFact | null>(null)
  /** The regime that was last known in a project, and when it was saved so, UTC. */
  lastRegime = $state.raw<{ project: ProjectId; regime: Regime; at: string } | null>(null)
  /** Where the officer was in each project. */
  readonly leftOff: LeftOff
  /** Questions that have come in what was done already, while the window has been open. */
  readonly grown = new SvelteSet<QuestionId>()

  #commands: Commands
  #press: Press
  #turn: Promise<unknown> = Promise.resolve()
  /** A project is being opened; a second press opens no second one. */
  #opening = false
  /** Why what is kept could not be looked at. */
  #unseen: RefusalView | null = null
  /** Changes that could not be kept, as while the disk is full, in order: they are made before any other. */
  #waiting: Edit[] = []
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(commands: Commands, shelf?: Shelf, press = new Press()) {
    this.#commands = commands
    this.#press = press
    this.typed = new Typed(shelf)
    this.leftOff = new LeftOff(shelf)
  }

  get project(): ProjectView | null {
    return this.#project
  }

  set project(now: ProjectView | null) {
    this.#project = share(this.#project, now)
  }

  /** Takes the officer's settings, so that the first thing shown is in the right language. */
  async begin(): Promise<void> {
    const settings = await this.#ask(() => this.#commands.settings())
    if (settings) this.#set(settings)
  }

  async openStart(): Promise<void> {
    try {
      this.start = await this.#commands.startView()
      this.hindered = null
    } catch (refused) {
      this.hindered = asRefusal(refused)
    }
  }

  async openLibrary(): Promise<void> {
    const library = await this.#look(() => this.#commands.library())
    if (library) this.library = library
  }

  /** Asks which catalogue file, and what it holds. Nothing also when the officer changed their mind. */
  chooseCatalogue(choose: () => void): Promise<CatalogueFileView | null> {
    return this.#ask(() => this.#commands.chooseCatalogue(), unread(choose))
  }

  /** Takes in the catalogue file that was shown last. */
  takeInCatalogue(): Promise<boolean> {
    return this.#changeLibrary(() => this.#commands.takeInCatalogue(), t('library.takenIn'))
  }

  /** Takes the last catalogue file of a kind out, so that the one before it holds again. */
  takeBackCatalogue(kind: FileKind): Promise<boolean> {
    return this.#changeLibrary(() => this.#commands.takeBackCatalogue(kind), t('library.takenBack'))
  }

  newProject(): Promise<boolean> {
    return this.#openOnce(() => this.#commands.newProject())
  }

  openExample(name: string): Promise<boolean> {
    return this.#openOnce(() => this.#commands.openExample(name))
  }

  newFromTemplate(id: ProjectId): Promise<boolean> {
    return this.#openOnce(() => this.#commands.newFromTemplate(id))
  }

  /** A project with changes that are not kept yet is still open, and is not read anew. */
  openProject(id: ProjectId): Promise<boolean> {
    if (this.#waiting.length > 0 && id === this.project?.id) return Promise.resolve(true)
    return this.#openOnce(() => this.#commands.openProject(id))
  }

  /** Asks which project file, and what it holds beside what is here. Nothing also when the officer changed their mind. */
  async chooseProjectFile(choose: () => void): Promise<FileView | null> {
    await this.tryAgain()
    return this.#ask(() => this.#commands.chooseProjectFile(), unread(choose))
  }

  /** What the file holds that the program was started with, or that was dropped on the window. Nothing also when there is none. */
  async lookAtAskedFile(choose: () => void): Promise<FileView | null> {
    await this.tryAgain()
    return this.#ask(() => this.#commands.lookAtAskedFile(), unread(choose))
  }

  /** What the project file holds that was shown last, with what the officer has chosen. */
  lookAtFile(choices: Choices): Promise<ReceivedView | null> {
    return this.#look(() => this.#commands.lookAtFile(choices))
  }

  /** Does with the project file that was shown last what the officer says. */
  takeInFile(way: Way, choices: Choices): Promise<boolean> {
    return this.#openOnce(() => this.#commands.takeInFile(way, choices))
  }

  copyProject(id: ProjectId): Promise<boolean> {
    return this.#changeStart(() => this.#commands.copyProject(id))
  }

  /** Makes a project a template, archives or removes it; or not any longer. */
  markProject(id: ProjectId, mark: Mark, on: boolean): Promise<boolean> {
    return this.#changeStart(() => this.#commands.markProject(id, mark, on))
  }

  /** The files that are so damaged that they are deleted whole with a project; nothing when they could not be looked for. */
  damagedFiles(): Promise<string[] | null> {
    return this.#look(() => this.#commands.damagedFiles())
  }

  /** Deletes a removed project for good, and the damaged files that the officer was told of. */
  eraseProject(id: ProjectId, damaged: string[]): Promise<boolean> {
    return this.#changeStart(async () => {
      const start = await this.#commands.eraseProject(id, damaged)
      this.typed.forget(id)
      this.leftOff.forget(id)
      return start
    })
  }

  /**
   * Makes one change to the project; changes wait for each other, so that each is made on what the one before left.
   * True when it was kept. When it was not, what was typed stays in its field.
   */
  edit(edit: Edit): Promise<boolean> {
    return this.#inTurn(() => this.#edit(edit))
  }

  /** Lets go of what was refused: nothing of it is left to be kept. */
  letGo(): void {
    this.problem = this.undone = null
    this.unsaved = this.#waiting.length > 0
  }

  /** Why what was written was refused, to be said at its field and nowhere else: nothing of it waits to be kept. */
  takeRefused(): RefusalView | null {
    const { problem } = this
    if (problem?.kind !== 'bad_input') return null
    this.letGo()
    return problem
  }

  /** Tries once more to keep what could not be kept. */
  async tryAgain(): Promise<void> {
    await this.#inTurn(() => this.#makeAll(this.#waiting))
  }

  /**
   * Takes the last step back, or makes the one that was taken back once more. Gives where what was undone or redone stands;
   * nothing when it was not.
   */
  step(way: 'undo' | 'redo'): Promise<Spot | null> {
    return this.#inTurn(() => this.#step(way))
  }

  /** Searches the open project and all beside it; finds nothing when the search was refused. */
  readonly search = async (words: string): Promise<SearchView> =>
    (await this.#withProject((id) => this.#commands.search(id, words))) ?? { groups: [], total: 0 }

  /** What can be added to the open project, in a theme or in all, so much at most. Nothing when it could not be looked at. */
  async offers(theme: Theme | null, words: string, most: number): Promise<OffersView | null> {
    await this.#turn
    const open = this.project
    return open && this.#look(() => this.#commands.offers(open.id, theme, words, most))
  }

  /** What has been done to the open project, the last first. Nothing when it could not be looked at. */
  async history(): Promise<HistoryRow[] | null> {
    await this.#turn
    const open = this.project
    return open && this.#look(() => this.#commands.history(open.id))
  }

  /** What differs between an earlier version and a later one, or the project as it is now. */
  compareVersions(before: RevisionId, after: RevisionId | null): Promise<DifferenceRow[] | null> {
    return this.#withProject((id) => this.#commands.compareVersions(id, before, after))
  }

  /** Names a version, and gives the history with it. */
  nameVersion(revision: RevisionId, name: string): Promise<HistoryRow[] | null> {
    return this.#withProject((id) => this.#commands.nameVersion(id, revision, name))
  }

  /** Brings an earlier version back, as a change of its own. True when it was. */
  bringBack(revision: RevisionId): Promise<boolean> {
    return this.#inTurn(async () => {
      const before = this.project
      const back = before && (await this.#ask(() => this.#commands.bringBack(before.id, before.head, revision)))
      if (!back) return false
      this.project = back.project
      if (back.outcome === 'stale') this.notice = { text: t('shell.stale') }
      return back.outcome === 'kept'
    })
  }

  /** Shows the open project as it is when another window has changed it, and says so. */
  lookElsewhere(): Promise<void> {
    return this.#inTurn(async () => {
      const open = this.project
      if (!open || this.#waiting.length > 0) return
      const now = await this.#look(() => this.#commands.changedElsewhere(open.id, open.head))
      if (!now || this.project !== open) return
      this.project = now
      this.notice = { text: t('shell.changedElsewhere') }
    })
  }

  /** The backups that a project is in, the newest first, and what was found damaged. */
  backups(id: ProjectId): Promise<BackupsView | null> {
    return this.#ask(() => this.#commands.backups(id))
  }

  /** What a backup holds of a project, against what is here now. */
  lookInBackup(id: ProjectId, name: string): Promise<BackupView | null> {
    return this.#ask(() => this.#commands.lookInBackup(id, name))
  }

  /** Makes a project of its own of what a backup holds of one. */
  restoreBackup(id: ProjectId, name: string): Promise<boolean> {
    return this.#openOnce(() => this.#commands.restoreBackup(id, name))
  }

  /** Adds a code after those that are there; one that is there stays where it is. */
  async addCode(code: CpvCode): Promise<void> {
    const codes = this.project?.facts.cpv.map((known) => known.code) ?? []
    if (codes.includes(code)) return
    if (!(await this.edit({ edit: 'fact', field: 'cpv', value: [...codes, code] }))) return
    this.notice = { text: t('shell.codeAdded', { code }), undo: () => void this.step('undo'), lastStep: true }
  }

  /** The pages of a document as they would be printed now. */
  document(name: DocumentName, language: Language): Promise<DocumentView | null> {
    return this.#withProject((id) => this.#commands.preview(id, name, language))
  }

  async saveDocument(name: DocumentName, form: Form, language: Language): Promise<void> {
    const save = (id: ProjectId) => this.#commands.saveDocument(id, name, form, language)
    await this.#save(save, () => void this.saveDocument(name, form, language))
  }

  /** Saves a document of a fixed version, as it was made then. */
  async saveFixed(version: string, name: DocumentName, language: Language): Promise<void> {
    const save = (id: ProjectId) => this.#commands.saveFixed(id, version, name, language)
    await this.#save(save, () => void this.saveFixed(version, name, language))
  }

  /** Shows a document in the system's own program for PDF files, to be printed from there. */
  async printDocument(name: DocumentName, language: Language): Promise<void> {
    await this.#withProject((id) => this.#commands.printDocument(id, name, language))
  }

  /** Asks which sheet, and says what it would change. Nothing when the officer changed their mind. */
  async chooseSheet(choose: () => void): Promise<SheetView | null> {
    return (await this.#withProject((id) => this.#commands.chooseSheet(id), unread(choose))) ?? null
  }

  /** Fixes the project as a version, for good. True when it was. */
  fix(version: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const before = this.project
      const fixed = before && (await this.#ask(() => this.#commands.fix(before.id, before.head, version)))
      if (!fixed) return false
      this.project = fixed.project
      this.notice = { text: fixed.outcome === 'kept' ? t('documents.fix.kept', { version }) : t('shell.stale') }
      return fixed.outcome === 'kept'
    })
  }

  /** Asks where, and saves the open project as a file with so much of it. */
  async saveProjectFile(content: Content): Promise<void> {
    const save = (id: ProjectId) => this.#commands.saveProjectFile(id, content)
    await this.#save(save, () => void this.saveProjectFile(content))
  }

  /** Asks in which folder projects are to be saved as files. Nothing also when the officer changed their mind. */
  async chooseFolderToSend(): Promise<string | null> {
    await this.tryAgain()
    return this.#ask(() => this.#commands.chooseFolderToSend())
  }

  /** Saves a project as a file in the folder that was chosen. Gives why it could not be; nothing when it was. */
  async sendProject(id: ProjectId, content: Content): Promise<RefusalView | null> {
    try {
      await this.#commands.sendProject(id, content)
      return null
    } catch (refused) {
      return asRefusal(refused)
    }
  }

  /** Shows in the system's file manager where the last file was saved. */
  async showSaved(): Promise<void> {
    await this.#ask(() => this.#commands.showSaved())
  }

  /** Searches the codes; finds nothing when the search was refused. */
  readonly searchCpv: Commands['searchCpv'] = async (text, near) =>
    (await this.#ask(() => this.#commands.searchCpv(text, near))) ?? NO_CODES

  /** Sets one thing for the program. True when it was kept. */
  async changeSetting(setting: Setting): Promise<boolean> {
    const settings = await this.#ask(() => this.#commands.changeSetting(setting))
    if (!settings) return false
    this.#set(settings)
    if (setting.setting === 'text_size') await this.zoomTo(100)
    return true
  }

  /** Asks which folder files are to be saved in. */
  async chooseExportFolder(): Promise<void> {
    const settings = await this.#ask(() => this.#commands.chooseExportFolder())
    if (settings) this.#set(settings)
  }

  /** Asks which folder backups are to be copied to. */
  async chooseBackupFolder(): Promise<void> {
    const settings = await this.#ask(() => this.#commands.chooseBackupFolder())
    if (settings) this.#set(settings)
  }

  /** Asks which picture is the authority's logo, or takes it away. */
  async setLogo(way: 'choose' | 'remove'): Promise<void> {
    const settings = await this.#ask(() =>
      way === 'choose' ? this.#commands.chooseLogo() : this.#commands.removeLogo()
    )
    if (settings) this.#set(settings)
  }

  matchingLeads(): Promise<MatchingLeadView | null> {
    return this.#ask(() => this.#commands.matchingLeads())
  }

  /** Finds legal traps in a text: for the open project, of a kriterietyp when that is known. */
  checkText(text: string, placement: Placement | null): Promise<TrapView[] | null> {
    return this.#look(() => this.#commands.checkText(this.project?.id ?? null, placement, text))
  }

  /** Finds legal traps in the aim of the open project's procurement. */
  async checkAim(text: string): Promise<TrapView[] | null> {
    const id = this.project?.id
    return id === undefined ? null : this.#look(() => this.#commands.checkAim(id, text))
  }

  standards(): Promise<StandardsView[] | null> {
    return this.#ask(() => this.#commands.standards())
  }

  /** Shows everything larger or smaller for now, in per cent of the size that the officer has set. */
  async zoomTo(percent: number): Promise<void> {
    this.zoom = percent
    await this.#ask(() => this.#commands.zoom(percent))
  }

  about(): Promise<AboutView | null> {
    return this.#ask(() => this.#commands.about())
  }

  /** Shows in the system's file manager where everything is kept. */
  async showFolder(): Promise<void> {
    await this.#ask(() => this.#commands.showFolder())
  }

  /** Closes the window when every change is kept; what could not be kept before is tried once more. */
  async quit(): Promise<void> {
    await this.tryAgain()
    await this.#ask(() => this.#commands.quit())
  }

  /** Changes the language of the window; what the program has said is asked for again, in that language. */
  async setLanguage(language: Language): Promise<void> {
    if (!(await this.changeSetting({ setting: 'language', value: language }))) return
    await this.openStart()
    const open = this.project
    if (open) await this.#open(() => this.#commands.openProject(open.id))
  }

  async #changeLibrary(change: () => Promise<LibraryView>, text: string): Promise<boolean> {
    const library = await this.#ask(change)
    if (!library) return false
    this.library = library
    this.notice = { text }
    return true
  }

  /** What has been removed is open no longer. */
  async #changeStart(change: () => Promise<StartView>): Promise<boolean> {
    await this.#turn
    const start = await this.#ask(change)
    if (!start) return false
    this.start = start
    this.hindered = null
    const open = start.projects.find((known) => known.id === this.project?.id)
    if (!open || open.group === 'removed') this.project = null
    return true
  }

  #set(settings: Settings): void {
    this.settings = settings
    setLanguage(settings.language)
  }

  async #openOnce(open: () => Promise<ProjectView | null>): Promise<boolean> {
    if (this.#opening) return false
    this.#opening = true
    try {
      await this.tryAgain()
      return this.#waiting.length === 0 && (await this.#open(open))
    } finally {
      this.#opening = false
    }
  }

  #open(open: () => Promise<ProjectView | null>): Promise<boolean> {
    return this.#inTurn(async () => {
      const project = await this.#ask(open)
      if (!project) return false
      this.typed.open(project.id)
      if (project.id !== this.project?.id) this.grown.clear()
      this.unsaved = this.#waiting.length > 0
      this.project = project
      return true
    })
  }

  async #edit(edit: Edit): Promise<boolean> {
    if (!this.project) return false
    this.saving = true
    const kept = await this.#makeAll([...this.#waiting.filter((known) => aim(known) !== aim(edit)), edit])
    this.saving = false
    return kept
  }

  /** A change that is not kept yet comes before: it is the last one, and cannot be taken back while it is only here. */
  async #step(way: 'undo' | 'redo'): Promise<Spot | null> {
    if (this.#waiting.length > 0 && !(await this.#makeAll(this.#waiting))) return null
    const before = this.project
    if (!before || before[way] === null) return null
    this.saving = true
    const stepped = await this.#ask(() => this.#commands[way](before.id, before.head))
    this.saving = false
    if (!stepped) return null
    this.project = stepped.project
    this.notice = stepped.outcome === 'stale' ? { text: t('shell.stale') } : null
    if (stepped.outcome === 'stale') return null
    this.#forgetTyped(stepped.spot)
    this.polite.say(stepped.words)
    return stepped.spot
  }

  /** What could not be read in a field gives way to what is there again. */
  #forgetTyped(spot: Spot): void {
    if (typeof spot.id === 'string') this.typed.deleteAll(spot.id)
  }

  /** Makes changes in order, until one cannot be kept now: it waits with those after it. True when the last was kept. */
  async #makeAll(edits: Edit[]): Promise<boolean> {
    clearTimeout(this.#retry)
    this.#waiting = []
    let kept = true
    for (const [at, edit] of edits.entries()) {
      kept = await this.#make(edit)
      if (kept || this.problem?.kind !== 'not_now') continue
      this.#waiting = edits.slice(at)
      this.#retry = setTimeout(() => void this.#inTurn(() => this.#makeAll(this.#waiting)), Desk.RETRY)
      return false
    }
    return kept
  }

  async #make(edit: Edit): Promise<boolean> {
    const before = this.project
    if (!before) return false
    const edited = await this.#ask(() => this.#commands.edit(before.id, before.head, edit))
    await this.#press.over()
    this.unsaved = edited === null
    if (!edited) return false
    this.project = edited.project
    if (this.notice?.lastStep) this.notice = null
    if (edited.outcome === 'beside') this.notice = { text: t('shell.beside') }
    if (edited.outcome === 'stale') this.notice = { text: t('shell.stale') }
    return edited.outcome !== 'stale'
  }

  /** Asks when every change is kept, and holds up none of those that come while the officer chooses a place. */
  async #withProject<T>(ask: (id: ProjectId) => Promise<T>, undone?: Undone): Promise<T | null> {
    await this.#turn
    const open = this.project
    return open && this.#ask(() => ask(open.id), undone)
  }

  /** Asks where, and writes a file there. */
  async #save(save: (id: ProjectId) => Promise<Saved>, again: () => void): Promise<void> {
    const undone = { text: t('shell.fileNotSaved'), way: t('shell.otherFolder'), choose: again }
    this.#tellSaved(await this.#withProject(save, undone))
  }

  #tellSaved(saved: Saved | null): void {
    if (saved?.outcome === 'written')
      this.notice = {
        text: t('shell.savedAs', { place: saved.place }),
        show: { label: t('about.show'), go: () => void this.showSaved() }
      }
  }

  /** Does the work when what was asked for before it is done. What fails in one leaves the way free for the next. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  /** Looks at what is kept. Why something that the officer asked for was not done stays said. */
  async #look<T>(look: () => Promise<T>): Promise<T | null> {
    try {
      const seen = await look()
      if (this.problem === this.#unseen) this.problem = null
      return seen
    } catch (refused) {
      this.undone = null
      this.problem = this.#unseen = asRefusal(refused)
      return null
    }
  }

  /** Asks, and keeps the refusal as the problem; the next thing that succeeds takes the problem away. */
  async #ask<T>(ask: () => Promise<T>, undone: Undone | null = null): Promise<T | null> {
    try {
      const answer = await ask()
      this.problem = this.undone = null
      return answer
    } catch (refused) {
      this.undone = undone
      this.problem = asRefusal(refused)
      return null
    }
  }
}

function unread(choose: () => void): Undone {
  return { text: t('shell.fileNotRead'), way: t('shell.otherFile'), choose }
}

/** What a change is about: a later one about the same thing takes its place. */
function aim(edit: Edit): string {
  return JSON.stringify({
    ...edit,
    value: null,
    answer: null,
    decision: null,
    choice: null,
    duties: null,
    requirement: null
  })
}

/** What was thrown by the border itself is a fault of the program, and says so. */
function asRefusal(refused: unknown): RefusalView {
  if (typeof refused === 'object' && refused !== null && 'kind' in refused && 'text' in refused)
    return refused as RefusalView
  return { kind: 'broken', text: t('shell.broken'), hint: String(refused) }
}
