// Made from the Rust types by `cargo test -p app --lib`. Do not edit.

import { invoke } from '@tauri-apps/api/core'
import type { AboutView, BackupView, BackupsView, CatalogueFileView, Choices, Content, CpvCode, CpvHits, DifferenceRow, DocumentName, DocumentView, Edit, Edited, FileKind, FileView, Form, HistoryRow, Language, LibraryView, Mark, MatchingLeadView, OffersView, Placement, ProjectId, ProjectView, ReceivedView, RevisionId, Saved, SearchView, Setting, Settings, SheetView, StandardsView, StartView, Stepped, Theme, TrapView, Version, Way } from './types'

/**
 * The start page.
 */
export const startView = (): Promise<StartView> => invoke('start_view')

/**
 * What the officer has set for the program.
 */
export const settings = (): Promise<Settings> => invoke('settings')

/**
 * Sets one thing for the program.
 */
export const changeSetting = (setting: Setting): Promise<Settings> => invoke('change_setting', { setting })

/**
 * Takes the authority's logo away.
 */
export const removeLogo = (): Promise<Settings> => invoke('remove_logo')

/**
 * What there is to choose among for the matching lead; nothing when the catalogue does not ask.
 */
export const matchingLeads = (): Promise<MatchingLeadView | null> => invoke('matching_leads')

/**
 * The values in the common terms that the authority can have a standard for, as a new project has them.
 */
export const standards = (): Promise<Array<StandardsView>> => invoke('standards')

/**
 * Shows everything so much larger or smaller than the officer has set, in per cent.
 */
export const zoom = (percent: number): Promise<null> => invoke('zoom', { percent })

/**
 * Closes the window.
 */
export const quit = (): Promise<null> => invoke('quit')

/**
 * Begins a procurement.
 */
export const newProject = (): Promise<ProjectView> => invoke('new_project')

/**
 * Opens an example as a copy.
 */
export const openExample = (name: string): Promise<ProjectView> => invoke('open_example', { name })

/**
 * Begins a procurement with what a template holds.
 */
export const newFromTemplate = (id: ProjectId): Promise<ProjectView> => invoke('new_from_template', { id })

/**
 * Opens a project.
 */
export const openProject = (id: ProjectId): Promise<ProjectView> => invoke('open_project', { id })

/**
 * Shows what the project file holds that the program was started with or that was dropped on the window; once.
 */
export const lookAtAskedFile = (): Promise<FileView | null> => invoke('look_at_asked_file')

/**
 * Shows again what the project file holds that was shown last, with what the officer has chosen.
 */
export const lookAtFile = (choices: Choices): Promise<ReceivedView> => invoke('look_at_file', { choices })

/**
 * Does with the project file that was shown last what the officer says.
 */
export const takeInFile = (way: Way, choices: Choices): Promise<ProjectView> => invoke('take_in_file', { way, choices })

/**
 * Makes a copy of a project that shares nothing with it.
 */
export const copyProject = (id: ProjectId): Promise<StartView> => invoke('copy_project', { id })

/**
 * Marks a project, or takes the mark away.
 */
export const markProject = (id: ProjectId, mark: Mark, on: boolean): Promise<StartView> => invoke('mark_project', { id, mark, on })

/**
 * The files that are so damaged that no project can be taken out of them: they are deleted whole with one.
 */
export const damagedFiles = (): Promise<Array<string>> => invoke('damaged_files')

/**
 * Deletes a removed project for good, and the damaged files that the officer was told of.
 */
export const eraseProject = (id: ProjectId, damaged: Array<string>): Promise<StartView> => invoke('erase_project', { id, damaged })

/**
 * Applies an edit to the project as it was at `head`.
 */
export const edit = (id: ProjectId, head: RevisionId, edit: Edit): Promise<Edited> => invoke('edit', { id, head, edit })

/**
 * Takes back the last step, when `head` is still the last revision.
 */
export const undo = (id: ProjectId, head: RevisionId): Promise<Stepped> => invoke('undo', { id, head })

/**
 * Makes the step that was taken back last once more.
 */
export const redo = (id: ProjectId, head: RevisionId): Promise<Stepped> => invoke('redo', { id, head })

/**
 * What has been done to a project, the last first.
 */
export const history = (id: ProjectId): Promise<Array<HistoryRow>> => invoke('history', { id })

/**
 * What differs between an earlier version and a later one, or the project as it is now.
 */
export const compareVersions = (id: ProjectId, before: RevisionId, after: RevisionId | null): Promise<Array<DifferenceRow>> => invoke('compare_versions', { id, before, after })

/**
 * Calls the version that a revision left by a name; an empty one takes the name away.
 */
export const nameVersion = (id: ProjectId, revision: RevisionId, name: string): Promise<Array<HistoryRow>> => invoke('name_version', { id, revision, name })

/**
 * Brings an earlier version back, as a new change, when `head` is still the last revision.
 */
export const bringBack = (id: ProjectId, head: RevisionId, revision: RevisionId): Promise<Edited> => invoke('bring_back', { id, head, revision })

/**
 * The project as it is now, when it has been changed elsewhere since `head`.
 */
export const changedElsewhere = (id: ProjectId, head: RevisionId): Promise<ProjectView | null> => invoke('changed_elsewhere', { id, head })

/**
 * The backups that a project is in, the newest first.
 */
export const backups = (id: ProjectId): Promise<BackupsView> => invoke('backups', { id })

/**
 * What a backup holds of a project, against what is here now.
 */
export const lookInBackup = (id: ProjectId, name: string): Promise<BackupView> => invoke('look_in_backup', { id, name })

/**
 * Makes a project of its own of what a backup holds of one.
 */
export const restoreBackup = (id: ProjectId, name: string): Promise<ProjectView> => invoke('restore_backup', { id, name })

/**
 * Searches a project, the catalogue, the codes, and what can be done.
 */
export const search = (id: ProjectId, text: string): Promise<SearchView> => invoke('search', { id, text })

/**
 * What can be added to a project, in a theme or in all, with the words that are typed; what fits comes first.
 */
export const offers = (id: ProjectId, theme: Theme | null, text: string, most: number): Promise<OffersView> => invoke('offers', { id, theme, text, most })

/**
 * Finds legal traps in a text: for a project when one is open, of a kriterietyp when that is known.
 */
export const checkText = (id: ProjectId | null, placement: Placement | null, text: string): Promise<Array<TrapView>> => invoke('check_text', { id, placement, text })

/**
 * Finds legal traps in the aim of a project's procurement.
 */
export const checkAim = (id: ProjectId, text: string): Promise<Array<TrapView>> => invoke('check_aim', { id, text })

/**
 * Saves a project as a file of its own in the folder that was chosen last; nothing there is written over.
 */
export const sendProject = (id: ProjectId, content: Content): Promise<Saved> => invoke('send_project', { id, content })

/**
 * Searches CPV: digits from the start of a code, words in any order; codes near the main one first.
 */
export const searchCpv = (text: string, near: CpvCode | null): Promise<CpvHits> => invoke('search_cpv', { text, near })

/**
 * Makes the pages of a document.
 */
export const preview = (id: ProjectId, document: DocumentName, language: Language): Promise<DocumentView> => invoke('preview', { id, document, language })

/**
 * Shows a document in the program that the system shows PDF files with, to be printed from there.
 */
export const printDocument = (id: ProjectId, document: DocumentName, language: Language): Promise<null> => invoke('print_document', { id, document, language })

/**
 * Fixes the project as it was at `head` as a version, with all its documents in both languages.
 */
export const fix = (id: ProjectId, head: RevisionId, version: Version): Promise<Edited> => invoke('fix', { id, head, version })

/**
 * What the program is, what it is made of, and where it keeps things.
 */
export const about = (): Promise<AboutView> => invoke('about')

/**
 * Shows the folder that everything is kept in.
 */
export const showFolder = (): Promise<null> => invoke('show_folder')

/**
 * Shows the folder that the file saved last lies in.
 */
export const showSaved = (): Promise<null> => invoke('show_saved')

/**
 * Which catalogue is in use.
 */
export const library = (): Promise<LibraryView> => invoke('library')

/**
 * Takes in the catalogue file that was shown last.
 */
export const takeInCatalogue = (): Promise<LibraryView> => invoke('take_in_catalogue')

/**
 * Takes the last catalogue file of a kind out: the one before it holds again.
 */
export const takeBackCatalogue = (kind: FileKind): Promise<LibraryView> => invoke('take_back_catalogue', { kind })

/**
 * Asks where, and saves a document in a form.
 */
export const saveDocument = (id: ProjectId, document: DocumentName, form: Form, language: Language): Promise<Saved> => invoke('save_document', { id, document, form, language })

/**
 * Asks where, and saves a document of a fixed version, as it was made then.
 */
export const saveFixed = (id: ProjectId, version: Version, document: DocumentName, language: Language): Promise<Saved> => invoke('save_fixed', { id, version, document, language })

/**
 * Asks which sheet, and shows what it would change. Nothing when the officer changed their mind.
 */
export const chooseSheet = (id: ProjectId): Promise<SheetView | null> => invoke('choose_sheet', { id })

/**
 * Asks where, and saves the project as a file.
 */
export const saveProjectFile = (id: ProjectId, content: Content): Promise<Saved> => invoke('save_project_file', { id, content })

/**
 * Asks in which folder projects are to be saved, each as a file of its own. Nothing when the officer changed their mind.
 */
export const chooseFolderToSend = (): Promise<string | null> => invoke('choose_folder_to_send')

/**
 * Asks which catalogue file, and shows what it holds. Nothing when the officer changed their mind.
 */
export const chooseCatalogue = (): Promise<CatalogueFileView | null> => invoke('choose_catalogue')

/**
 * Asks which project file, and shows what it holds. Nothing when the officer changed their mind.
 */
export const chooseProjectFile = (): Promise<FileView | null> => invoke('choose_project_file')

/**
 * Asks which folder files are to be saved in.
 */
export const chooseExportFolder = (): Promise<Settings> => invoke('choose_export_folder')

/**
 * Asks which folder backups are to be copied to.
 */
export const chooseBackupFolder = (): Promise<Settings> => invoke('choose_backup_folder')

/**
 * Asks which picture is the authority's logo.
 */
export const chooseLogo = (): Promise<Settings> => invoke('choose_logo')
