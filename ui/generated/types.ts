// Made from the Rust types by `cargo test -p app --lib`. Do not edit.

/**
 * About the program.
 */
export type AboutView = { 
/**
 * The version of the program: 0.1.0.
 */
version: string, 
/**
 * The edition of the catalogue in use: 2026:1.
 */
edition: string, 
/**
 * The day when the law behind it was last read: 2026-11-25.
 */
checkedOn: string, 
/**
 * The folder that everything is kept in.
 */
folder: string, 
/**
 * The licence of the program, and those of what others made.
 */
notices: Array<NoticeText>, };

/**
 * The act that the procurement follows.
 */
export type Act = "lou" | "luf" | "luk";

/**
 * What is asked of the pages. Keys that do the same are in `ui/lib/shortcuts.ts`.
 */
export type Action = "new_project" | "open_file" | "save_project_file" | "save_pdf" | "settings" | "quit" | "undo" | "redo" | "search" | "task1" | "task2" | "task3" | "task4" | "task5" | "task6" | "task7" | "next_task" | "zoom_in" | "zoom_out" | "zoom_reset" | "colours_system" | "colours_light" | "colours_dark" | "change_language" | "handbook" | "check_text" | "about";

/**
 * What the officer answered.
 */
export type Answer = { 
/**
 * Whom to ask; may be empty.
 */
unknown: string, } | { 
/**
 * Why.
 */
not_relevant: string, } | FieldValue | { [key in FactName]: FieldValue };

/**
 * Both sides.
 */
export type ArgumentsView = { 
/**
 * What speaks for it.
 */
pro: string, 
/**
 * What speaks against it.
 */
contra: string, };

/**
 * The authority that the officer works for. What is empty has not been set.
 */
export type Authority = { 
/**
 * Its name.
 */
name: string, 
/**
 * Municipality, region, state or company.
 */
kind: AuthorityKind, 
/**
 * The unit that orders.
 */
unit: string, 
/**
 * How suppliers reach it.
 */
contact: string, 
/**
 * Who looks after contracts.
 */
contractManager: string, 
/**
 * Who decides.
 */
decisionMaker: string, 
/**
 * Who proposes and supports candidates, as in the questionnaire.
 */
matchingLead: Code | null, 
/**
 * Its logo, as a PNG file in base64; kept here, so that it is there whatever becomes of the file that it came from.
 */
logo?: Logo, };

/**
 * What kind of buyer the authority is; a central state authority has a lower threshold.
 */
export type AuthorityKind = "municipality" | "region" | "state" | "company";

/**
 * A backup that a project is in.
 */
export type BackupRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * When it was made, UTC.
 */
at: string, 
/**
 * How many changes have been made to the project since.
 */
changes: number, };

/**
 * What a backup holds of a project: it has been opened, checked and read.
 */
export type BackupView = { 
/**
 * Its name.
 */
name: string, 
/**
 * When it was made, UTC.
 */
at: string, 
/**
 * What the project is called when it comes back: "Städning, kopia 14:05".
 */
title: string, 
/**
 * What is different in the project now.
 */
differences: Array<DifferenceRow>, };

/**
 * The backups of a project.
 */
export type BackupsView = { 
/**
 * Those that it is in, the newest first.
 */
rows: Array<BackupRow>, 
/**
 * What was found damaged of all backups since the program started, and what has been done about it.
 */
damaged: Array<RefusalView>, };

/**
 * A part of the bar.
 */
export type Band = { 
/**
 * "19 kap."
 */
name: string, 
/**
 * The lowest value that belongs to it; the first begins at nothing.
 */
from: Sek | null, 
/**
 * Part of the bar's width, 0 to 1.
 */
width: number, 
/**
 * The value lies here, and the regime follows from that: not where the officer has chosen it.
 */
here: boolean, };

/**
 * Whether a section governs here, or has been taken as a model.
 */
export type Basis = "law" | "guidance";

/**
 * Where something is answered or filled in that an entry depends on.
 */
export type BlockView = { 
/**
 * Where.
 */
spot: Spot, 
/**
 * "Hur kommer behovet?"
 */
what: string, 
/**
 * What is said there now: "Avrop utan garanterad volym".
 */
now: string, 
/**
 * "svaret är ”I säsong”"; may be empty.
 */
wanted: string, 
/**
 * Nothing is said there yet, or that nobody knows.
 */
waits: boolean, 
/**
 * How it stands to the others beside it.
 */
role: Role, };

/**
 * A requirement that the answers point at, with what keeps it away.
 */
export type BlockedView = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * "Praktik"
 */
title: string, 
/**
 * Why it is not recommended.
 */
misfits: Array<MisfitView>, 
/**
 * The law would demand it, once an answer is given.
 */
awaited: boolean, };

/**
 * Something that the buyer must do.
 */
export type BuyerDuty = { 
/**
 * "K3"
 */
number: string, 
/**
 * What to do.
 */
text: string, };

/**
 * The calculation of one requirement. A rule of thumb, never law.
 */
export type CalculationView = { 
/**
 * How much work the contract is, step by step.
 */
capacity: Array<StepView>, 
/**
 * What the requirement asks of it, step by step.
 */
asked: Array<StepView>, 
/**
 * Places, or person-months, in the firm period.
 */
places: number, 
/**
 * Share of the working time, 0 to 1.
 */
share: number, 
/**
 * "2,4 %"
 */
shareShown: string, 
/**
 * The limits on the bar, in rising order.
 */
ticks: Array<Tick>, 
/**
 * What supervision costs the supplier: "204 000 kr".
 */
supervisionCost: string, 
/**
 * "Talen bygger på hur andra gör eller på en uppskattning, inte på lag. Du får ändra dem."
 */
ruleOfThumb: string, 
/**
 * The Stop that asks for a reason, while this and what else is chosen take more of the work than the highest limit.
 */
overLimit: FindingView | null, };

/**
 * How a contract is called off from a framework agreement.
 */
export type CallOff = "ranking" | "renewed_competition" | "single";

/**
 * One of the cases that a rule can fire for, such as "share" of R12.
 */
export type Case = string;

/**
 * Entries to which the same happens.
 */
export type CatalogueFileGroup = { 
/**
 * "Tre krav är ändrade"
 */
label: string, 
/**
 * Their titles.
 */
titles: Array<string>, };

/**
 * What a file holds, before anything of it is taken in.
 */
export type CatalogueFileView = { 
/**
 * The name of the file.
 */
name: string, 
/**
 * What it is and holds, or that it cannot be used.
 */
words: string, 
/**
 * Whether it can be taken in.
 */
whole: boolean, 
/**
 * What is wrong, a line each; the first of many.
 */
faults: Array<string>, 
/**
 * How many more there are.
 */
moreFaults: number, 
/**
 * What changes.
 */
groups: Array<CatalogueFileGroup>, 
/**
 * That thresholds change, or that nothing does.
 */
note: string | null, };

/**
 * A field that one of them has changed.
 */
export type ChangeRow = { 
/**
 * What it is: "Studiebesök, antal besök per avtalsår".
 */
label: string, 
/**
 * What it belongs to.
 */
part: Part, 
/**
 * Whose change it is.
 */
by: Side, 
/**
 * What has become of it.
 */
kind: Kind, 
/**
 * What it said before.
 */
before: string | null, 
/**
 * What it says now.
 */
now: string | null, };

/**
 * One thing that has changed.
 */
export type ChangeView = { 
/**
 * "K3 Studiebesök: ny lydelse"
 */
words: string, 
/**
 * The duties as they were, when these are others now.
 */
before: Array<string>, 
/**
 * The duties as they are now, then.
 */
after: Array<string>, };

/**
 * In what way it is checked, as far as a plan tells them apart.
 */
export type CheckKind = "meeting" | "report" | "check";

/**
 * Who checks.
 */
export type Checker = "contract_manager" | "matching_lead" | "officer" | "third_party";

/**
 * A value with its words.
 */
export type Choice<T> = { 
/**
 * The value.
 */
value: T, 
/**
 * "Rättelse, därefter vite"
 */
label: string, };

/**
 * What the officer has chosen where both have changed the same differently.
 */
export type Choices = { 
/**
 * In all that are not named.
 */
all: Side | null, 
/**
 * In one field, by its name: `procurement.title`.
 */
each: { [key in string]: Settled }, };

/**
 * A reference to sections.
 */
export type CitationView = { 
/**
 * "19 kap. 3 och 9 §§ LOU"
 */
text: string, 
/**
 * Law here, or a model.
 */
basis: Basis, 
/**
 * "lag"
 */
basisWord: string, 
/**
 * The section has been seen in a source; otherwise it is to be checked.
 */
verified: boolean, };

/**
 * An option that does not go with what else is answered.
 */
export type ClosedView = { 
/**
 * The option.
 */
code: Code, 
/**
 * "Fast antal platser"
 */
label: string, 
/**
 * What it depends on; none when no answer would open it.
 */
blocks: Array<BlockView>, };

/**
 * A code among the possible values of a fact or a parameter, such as `yes`.
 */
export type Code = string;

/**
 * The colours of the window.
 */
export type Colours = "system" | "light" | "dark";

/**
 * A field that both have changed differently.
 */
export type ConflictRow = { 
/**
 * Its name, which a choice names.
 */
field: string, 
/**
 * What it is: "Studiebesök, antal besök per avtalsår".
 */
label: string, 
/**
 * It is what others will read.
 */
wording: boolean, 
/**
 * What it says in the version that both come from, a paragraph each.
 */
base: Array<string>, 
/**
 * What it says here: what is marked is not in the other, or not in the version that both come from when that says something.
 */
mine: Array<Array<TextRun>>, 
/**
 * What it says in the file.
 */
theirs: Array<Array<TextRun>>, 
/**
 * What the officer can rewrite; none where it is no text.
 */
own: OwnTextView | null, 
/**
 * What the officer has chosen.
 */
chosen: Settled | null, };

/**
 * How much of a project goes into a file that leaves.
 */
export type Content = "all" | "no_history" | "no_notes";

/**
 * What the contract mainly is about.
 */
export type ContractNature = "works" | "services" | "supplies";

/**
 * One of two copies.
 */
export type CopyView = { 
/**
 * The project.
 */
id: ProjectId, 
/**
 * What the procurement is called; may be empty.
 */
title: string, 
/**
 * Diarienummer; may be empty.
 */
reference: string, 
/**
 * When it was last changed, UTC; not known of an old file.
 */
changed: string | null, 
/**
 * Who changed it last; may be empty.
 */
by: string, };

/**
 * Eight digits, without check digit.
 */
export type CpvCode = string;

/**
 * A hit, with what was searched for marked.
 */
export type CpvHit = { 
/**
 * The code.
 */
item: CpvView, 
/**
 * The printed code in pieces.
 */
printed: Array<MarkedText>, 
/**
 * The label in pieces.
 */
label: Array<MarkedText>, 
/**
 * The everyday word that led here, in pieces; none when the label says it.
 */
meant: Array<MarkedText>, };

/**
 * What a search found.
 */
export type CpvHits = { 
/**
 * The best hits, in order.
 */
hits: Array<CpvHit>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The code that was typed with a check digit that is not its own.
 */
otherCheckDigit: CpvView | null, };

/**
 * A code with its label.
 */
export type CpvView = { 
/**
 * Eight digits.
 */
code: CpvCode, 
/**
 * With check digit: "45453000-7".
 */
printed: string, 
/**
 * The official label.
 */
label: string, };

/**
 * A requirement as the officer writes it.
 */
export type CustomRequirement = { 
/**
 * What it is about: one of the nine themes.
 */
theme: Theme, 
/**
 * How far it goes.
 */
level: Level, 
/**
 * Kriterietyp.
 */
placement: Placement, 
/**
 * Its name.
 */
title: string, 
/**
 * What the supplier must do, one duty each.
 */
duties: Array<string>, 
/**
 * Why, and the link to what is bought.
 */
motive: string, 
/**
 * How it is shown in the tender.
 */
evidence_tender: string, 
/**
 * How it is shown during the contract.
 */
evidence_contract: string, 
/**
 * Who checks, and when; absent when nobody does.
 */
follow_up: FollowUp | null, 
/**
 * How it is checked.
 */
how_checked: string, 
/**
 * Hours a year that it takes to check.
 */
follow_up_hours: number, 
/**
 * What happens on a shortfall.
 */
sanction: Sanction, };

/**
 * A file that cannot be read: nothing of it has been taken in.
 */
export type DamagedView = { 
/**
 * The name of the file.
 */
name: string, 
/**
 * What is wrong with it, and what to do.
 */
why: RefusalView, 
/**
 * The project here that it seems to be a copy of.
 */
known: KnownProject | null, 
/**
 * How many files more wait to be looked at.
 */
left: number, };

/**
 * A decision about a theme.
 */
export type Decision = { 
/**
 * How it ends.
 */
outcome: Outcome, 
/**
 * Why.
 */
reason: string, };

/**
 * How a theme ends.
 */
export type DecisionView = { 
/**
 * As decided, or chosen as soon as a requirement is; absent while open.
 */
outcome: Outcome | null, 
/**
 * The officer's reason.
 */
reason: string, 
/**
 * It still waits for its decision or reason.
 */
open: boolean, 
/**
 * How many requirements the officer has chosen.
 */
chosen: number, 
/**
 * How many stand in it because others require them.
 */
along: number, 
/**
 * How many are recommended, with those that the law demands.
 */
recommended: number, 
/**
 * How many of them the law demands.
 */
duties: number, 
/**
 * Why nothing is recommended, when nothing is.
 */
whyNone: string | null, 
/**
 * The answers rule the theme out: ended as not relevant, it needs no other reason.
 */
ruledOut: boolean, 
/**
 * The reason that the answers give, as it is printed, once the theme that they rule out has ended as not relevant.
 */
said: string | null, };

/**
 * A field that differs.
 */
export type DifferenceRow = { 
/**
 * What it is: "Studiebesök, antal besök per avtalsår".
 */
label: string, 
/**
 * What it says in the earlier one.
 */
before: string | null, 
/**
 * What it says in the later one.
 */
after: string | null, };

/**
 * A document of a project.
 */
export type DocumentName = "specification" | "response_form" | "supplier_guide" | "follow_up_plan" | "decision_record" | "notice_fields";

/**
 * A document that can be made of the project.
 */
export type DocumentRow = { 
/**
 * Which.
 */
document: DocumentName, 
/**
 * "Svarsbilaga"
 */
name: string, 
/**
 * The forms that it can be made in, the most asked for first.
 */
forms: Array<Form>, };

/**
 * A document as it would be printed now.
 */
export type DocumentView = { 
/**
 * "Kravspecifikation"
 */
kind: string, 
/**
 * What is bought.
 */
title: string, 
/**
 * The language of the document.
 */
language: Language, 
/**
 * "Utkast, version 0.1"
 */
status: string, 
/**
 * Whether it is a version that was fixed.
 */
fixed: boolean, 
/**
 * The first part of each page's address: `convertFileSrc(stamp + "/" + page + "/" + scale, "page")`, with pages
 * from 1 and the scale in per cent. It changes when the pages do.
 */
stamp: string, 
/**
 * How many pages there are.
 */
pages: number, 
/**
 * Headings and requirements in order.
 */
outline: Array<OutlineRow>, 
/**
 * What the pages say, as plain text: a paragraph, a duty or a row of a table a line.
 */
text: string, 
/**
 * What is pasted into the form, in the document about the notice.
 */
fields: Array<NoticeFieldView>, };

/**
 * One committed change.
 */
export type Edit = { "edit": "fact" } & FactEdit | { "edit": "answer", 
/**
 * The question.
 */
question: QuestionId, 
/**
 * The answer.
 */
answer: Answer | null, } | { "edit": "overrule_regime", 
/**
 * The choice.
 */
choice: RegimeOverride | null, } | { "edit": "choose", 
/**
 * The entry.
 */
entry: EntryId, } | { "edit": "choose_several", 
/**
 * The entries.
 */
entries: Array<EntryId>, } | { "edit": "remove", 
/**
 * The entry.
 */
entry: EntryId, } | { "edit": "change_level", 
/**
 * The entry that is chosen.
 */
entry: EntryId, 
/**
 * The level of the other.
 */
level: Level, } | { "edit": "change_placement", 
/**
 * The entry that is chosen.
 */
entry: EntryId, 
/**
 * The kriterietyp of the other.
 */
placement: Placement, } | { "edit": "set_parameter", 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The parameter.
 */
parameter: ParameterName, 
/**
 * The value.
 */
value: ParameterValue | null, } | { "edit": "reword", 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The duties, with slots for values as in the catalogue: `{visits}`.
 */
duties: Array<string> | null, } | { "edit": "write_own", 
/**
 * Its id, which begins with `own-`.
 */
entry: EntryId, 
/**
 * What the officer has written.
 */
requirement: CustomRequirement | null, } | { "edit": "accept_edition", 
/**
 * The entry.
 */
entry: EntryId, } | { "edit": "keep_edition", 
/**
 * The entry.
 */
entry: EntryId, } | { "edit": "decide", 
/**
 * The theme.
 */
theme: Theme, 
/**
 * The decision.
 */
decision: Decision | null, } | { "edit": "decide_several", 
/**
 * The themes.
 */
themes: Array<Theme>, 
/**
 * The decision.
 */
decision: Decision, } | { "edit": "override", 
/**
 * Which Stop. Who sets it aside and when is signed by whoever applies the edit.
 */
finding: FindingKey, 
/**
 * Why, at least thirty characters.
 */
reason: string, } | { "edit": "reinstate", 
/**
 * Which Stop.
 */
finding: FindingKey, } | { "edit": "sheet", 
/**
 * The changes, in the order of the sheet.
 */
edits: Array<Edit>, } | { "edit": "fix", 
/**
 * Which version.
 */
version: Version, 
/**
 * The documents that were made of it.
 */
documents: Array<FixedDocument>, };

/**
 * What became of an edit.
 */
export type Edited = { "outcome": "kept", 
/**
 * The project after it.
 */
project: ProjectView, 
/**
 * What was done, in words: "Värde: 20 000 000 kr".
 */
words: string, } | { "outcome": "beside", 
/**
 * The project after both.
 */
project: ProjectView, 
/**
 * What was done, in words.
 */
words: string, } | { "outcome": "stale", 
/**
 * The project as it is now.
 */
project: ProjectView, };

/**
 * One part, such as the duties: a paragraph each.
 */
export type EditionRow = { 
/**
 * "Kravtext"
 */
label: string, 
/**
 * As the project has it.
 */
old: Array<Array<TextRun>>, 
/**
 * As the catalogue has it now.
 */
new: Array<Array<TextRun>>, };

/**
 * A requirement that differs from the catalogue.
 */
export type EditionView = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * "K3 Studiebesök", as the project has it.
 */
title: string, 
/**
 * "Ändrat", "Återkallat", "Ersatt", "Uppdelat", "Finns inte i den här katalogen"
 */
state: string, 
/**
 * "kravtext, värden"
 */
changes: string, 
/**
 * Why it was withdrawn.
 */
why: string | null, 
/**
 * The titles of what stands in its place.
 */
successors: Array<string>, 
/**
 * What differs.
 */
rows: Array<EditionRow>, 
/**
 * Values that nothing takes any longer: "Antal besök: 3".
 */
lost: string | null, 
/**
 * What becomes of the officer's own text.
 */
ownText: string | null, 
/**
 * The officer has chosen to keep the old one.
 */
kept: boolean, 
/**
 * There is something to decide.
 */
asks: boolean, };

/**
 * An entry of the catalogue, such as `emp-study-visit`. Never used again for something else.
 */
export type EntryId = string;

/**
 * An example to begin from.
 */
export type ExampleRow = { 
/**
 * Its name, for `openExample`.
 */
name: string, 
/**
 * What is bought.
 */
title: string, 
/**
 * What it shows.
 */
text: string, };

/**
 * Another requirement, which cannot stand beside this one.
 */
export type ExcludedView = { 
/**
 * The entry that it is made from.
 */
entry: EntryId, 
/**
 * "K3 Feriejobb", "Feriejobb"
 */
name: string, 
/**
 * The officer has chosen it.
 */
chosen: boolean, };

/**
 * A fact with its new value; absent empties it.
 */
export type FactEdit = { "field": "title", "value": string } | { "field": "reference", "value": string } | { "field": "authority_name", "value": string } | { "field": "authority_kind", "value": AuthorityKind } | { "field": "unit", "value": string } | { "field": "officer", "value": string } | { "field": "contact", "value": string } | { "field": "contract_manager", "value": string } | { "field": "decision_maker", "value": string } | { "field": "aim", "value": string } | { "field": "act", "value": Act } | { "field": "nature", "value": ContractNature | null } | { "field": "cpv", "value": Array<CpvCode> } | { "field": "annex_2_service", "value": boolean | null } | { "field": "value_sek", "value": Sek | null } | { "field": "option_value_sek", "value": Sek | null } | { "field": "months", "value": Months | null } | { "field": "option_months", "value": Months | null } | { "field": "framework", "value": boolean | null } | { "field": "guaranteed_volume", "value": boolean | null } | { "field": "call_off", "value": CallOff | null } | { "field": "supplier_count", "value": number | null } | { "field": "lots", "value": Array<string> } | { "field": "subcontracting", "value": Subcontracting | null } | { "field": "advertised_anyway", "value": boolean } | { "field": "design", "value": boolean } | { "field": "notice_date", "value": string | null } | { "field": "tender_deadline", "value": string | null } | { "field": "start", "value": string | null };

/**
 * A fact of the procurement that a finding can be about, named as the field of the edit that changes it.
 */
export type FactField = "aim" | "option_value_sek" | "value_sek" | "lots" | "notice_date" | "tender_deadline" | "start" | "supplier_count" | "authority_name";

/**
 * What a fact is about.
 */
export type FactKind = "target_group" | "evidence_tender" | "evidence_contract" | "follow_up" | "sanction";

/**
 * A fact that conditions ask about, such as `labour_risk`.
 */
export type FactName = string;

/**
 * The facts of the procurement; what is absent has not been filled in. Each is changed by `Edit` with the field of
 * the same name.
 */
export type FactsView = { title: string, reference: string, authorityName: string, authorityKind: AuthorityKind, 
/**
 * What the name of the authority says, when that is another kind.
 */
proposedKind: AuthorityKind | null, unit: string, officer: string, contact: string, contractManager: string, decisionMaker: string, aim: string, act: Act, nature: ContractNature | null, 
/**
 * What the main code says while no nature is chosen.
 */
proposedNature: ContractNature | null, 
/**
 * The main code first.
 */
cpv: Array<CpvView>, 
/**
 * The main code does not decide whether it is an annex 2 service: the officer is asked.
 */
asksAnnex2: boolean, annex2Service: boolean | null, valueSek: Sek | null, optionValueSek: Sek | null, months: Months | null, optionMonths: Months | null, framework: boolean | null, guaranteedVolume: boolean | null, callOff: CallOff | null, supplierCount: number | null, lots: Array<string>, subcontracting: Subcontracting | null, 
/**
 * It is an annex 2 service below its limit, which may be advertised all the same.
 */
asksAdvertised: boolean, advertisedAnyway: boolean, design: boolean, 
/**
 * 2026-12-11
 */
noticeDate: string | null, 
/**
 * 2027-01-18
 */
tenderDeadline: string | null, 
/**
 * 2027-04-01
 */
start: string | null, 
/**
 * The last day of the firm period, worked out.
 */
end: string | null, };

/**
 * What kind of value a field takes.
 */
export type FieldKind = "choice" | "multi" | "number" | "number_or" | "text" | "date";

/**
 * The value of one field of an answer.
 */
export type FieldValue = Number | string | Array<Code>;

/**
 * One part of an answer.
 */
export type FieldView = { 
/**
 * Its name in the answer.
 */
name: FactName, 
/**
 * Its label; empty when the question says it all.
 */
label: string, 
/**
 * What kind of value.
 */
kind: FieldKind, 
/**
 * What to choose among.
 */
options: Array<OptionView>, 
/**
 * How many may be chosen.
 */
most: number | null, 
/**
 * The least and the largest number.
 */
range: [number, number] | null, 
/**
 * The answer is not whole without it.
 */
required: boolean, 
/**
 * It may be left empty, with what else is answered: neither the answer nor the review asks for it.
 */
optional: boolean, 
/**
 * What a number counts; may be empty.
 */
unit: string, };

/**
 * What a file of the library is.
 */
export type FileKind = "own" | "edition";

/**
 * How a file stands to what is here.
 */
export type FileStanding = "new" | "same" | "newer" | "older" | "diverged";

/**
 * A project file that was chosen.
 */
export type FileView = { "outcome": "held", 
/**
 * What it holds.
 */
file: ReceivedView, } | { "outcome": "damaged", 
/**
 * Why.
 */
file: DamagedView, };

/**
 * What tells one finding from all others of a project. An override silences this and no other.
 */
export type FindingKey = { 
/**
 * The code of the rule. One that is not known here, from another edition, is kept and silences nothing.
 */
code: string, 
/**
 * The case.
 */
case: Case, 
/**
 * The place.
 */
place: Place, };

/**
 * A rule that fired.
 */
export type FindingView = { 
/**
 * What tells it from all others, with the place that it lies in.
 */
finding: FindingKey, 
/**
 * How grave.
 */
severity: Severity, 
/**
 * "Stopp"
 */
severityWord: string, 
/**
 * "K3 Studiebesök", "Hela upphandlingen"
 */
place: string, 
/**
 * The theme of the requirement that it lies in.
 */
theme: string | null, 
/**
 * What else it is about, the first to look at first.
 */
also: Array<PlaceView>, 
/**
 * The gaps that it names, each to be filled in by itself.
 */
gaps: Array<GapView>, 
/**
 * It is about what nobody can read until it is filled in: a reason to go on is not enough.
 */
mustBeFilled: boolean, 
/**
 * What is so, and why it matters.
 */
message: string, 
/**
 * What to do.
 */
remedy: string, 
/**
 * The answers and facts that it follows from, where they can be told one by one.
 */
because: Array<ReasonView>, 
/**
 * What it rests on.
 */
legalBasis: string, 
/**
 * Whether that is law, a model or practice.
 */
basis: Footing, 
/**
 * Set aside with a reason.
 */
kept: KeptView | null, };

/**
 * A document that was made of a version, so that anyone can tell whether a file is the same.
 */
export type FixedDocument = { 
/**
 * Which document: `specification`.
 */
document: string, 
/**
 * Its language.
 */
language: Language, 
/**
 * SHA-256 of the PDF, in hexadecimal.
 */
sha256: string, };

/**
 * The versions of a project.
 */
export type FixedView = { 
/**
 * "1.0": what is proposed when the project is to be fixed.
 */
next: string, 
/**
 * The versions that were fixed, the last first.
 */
versions: Array<VersionView>, 
/**
 * What one should know before the next is fixed: Stops that are set aside, sections of law that are to be checked.
 */
before: Array<string>, 
/**
 * All that hinders that it is fixed.
 */
hinders: Array<HinderView>, 
/**
 * What has changed since the last of them; nothing when the documents are as they were.
 */
changes: Array<ChangeView>, };

/**
 * Who checks, in what way, and when.
 */
export type FollowUp = { 
/**
 * Who checks.
 */
who: Checker, 
/**
 * In what way.
 */
kind?: CheckKind, 
/**
 * Days from the start of the contract to the first check; negative before the start.
 */
first_after_days: number, 
/**
 * Months between checks; once when absent.
 */
every_months?: number | null, };

/**
 * The plan.
 */
export type FollowUpPlan = { 
/**
 * What is left before the plan is whole.
 */
left: Array<LeftView>, 
/**
 * The firm period; absent while its length is not known, or nothing is checked.
 */
timeline: Timeline | null, 
/**
 * The next day of the follow-up; absent while no day is known, and when all have gone.
 */
next: NextDay | null, 
/**
 * A row a requirement that stands, in the order of the document.
 */
rows: Array<PlanRow>, 
/**
 * The buyer's hours a year for all of them. Own estimate.
 */
hours: number, 
/**
 * The hours a year that were answered.
 */
answeredHours: number | null, 
/**
 * "38 av 40 timmar per år", or without the last part.
 */
hoursWords: string, 
/**
 * What the hours leave out, in sentences.
 */
hoursBeside: Array<string>, 
/**
 * The plan takes more than was answered.
 */
tooMuch: boolean, 
/**
 * What a shortfall leads to, the mildest first.
 */
sanctions: Array<SanctionStep>, 
/**
 * What the buyer must do for the requirements to work.
 */
buyerDuties: Array<BuyerDuty>, };

/**
 * What a finding rests on.
 */
export type Footing = "law" | "guidance" | "practice" | "unknown";

/**
 * A kind of file.
 */
export type Form = "pdf" | "docx" | "xlsx" | "csv" | "txt" | "json";

/**
 * A value that is to be filled in.
 */
export type GapView = { 
/**
 * Its name in the requirement.
 */
value: ParameterName, 
/**
 * "Kollektivavtalet gäller till och med"
 */
label: string, };

/**
 * An answer that the assessment rests on.
 */
export type Ground = { 
/**
 * The question.
 */
question: QuestionId, 
/**
 * In words.
 */
text: string, 
/**
 * The answer in words; absent while there is none.
 */
answer: string | null, 
/**
 * Nobody knows yet, and somebody is asked.
 */
unknown: boolean, };

/**
 * One thing that hinders that the documents are fixed.
 */
export type HinderView = { 
/**
 * "Ett stopp i granskningen"
 */
text: string, 
/**
 * "Fyll i det, eller ta bort kravet."
 */
hint: string, 
/**
 * Where it is done.
 */
task: Task, };

/**
 * A change that was kept.
 */
export type HistoryRow = { 
/**
 * Its revision.
 */
revision: RevisionId, 
/**
 * When, UTC: 2026-11-25T14:32:00Z.
 */
at: string, 
/**
 * Who; may be empty.
 */
officer: string, 
/**
 * What: "Värde: 20 000 000 kr".
 */
words: string, 
/**
 * What the officer calls the version that it left.
 */
name: string | null, };

/**
 * Hits of one kind.
 */
export type HitGroup = { 
/**
 * "I projektet"
 */
name: string, 
/**
 * The best hits, in order.
 */
hits: Array<HitView>, };

/**
 * A hit.
 */
export type HitView = { 
/**
 * What it is called.
 */
title: Array<MarkedText>, 
/**
 * A part of its other words, when something was found there; else nothing.
 */
excerpt: Array<MarkedText>, 
/**
 * That is an everyday word that leads here, and none of its own.
 */
everyday: boolean, 
/**
 * "Krav", "Fråga"; nothing for what is done.
 */
note: string, 
/**
 * What happens when it is taken.
 */
leads: Leads, };

/**
 * A Stop that was set aside.
 */
export type KeptView = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who.
 */
by: string, 
/**
 * When: 2026-11-25.
 */
on: string, };

/**
 * What has become of a field.
 */
export type Kind = "added" | "changed" | "removed";

/**
 * A project that is here.
 */
export type KnownProject = { 
/**
 * Its id.
 */
id: ProjectId, 
/**
 * What the procurement is called; may be empty.
 */
title: string, };

/**
 * A step on a ladder.
 */
export type LadderStep = { 
/**
 * The entry of that level.
 */
entry: EntryId, 
/**
 * Its name.
 */
title: string, 
/**
 * The level.
 */
level: Level, 
/**
 * "Avancerad"
 */
levelWord: string, 
/**
 * What the officer has filled in and that does not go along, in sentences.
 */
loses: string | null, };

/**
 * A language of the window and of the documents.
 */
export type Language = "sv" | "en";

/**
 * What happens when a hit is taken.
 */
export type Leads = { "leads": "to", 
/**
 * Where.
 */
spot: Spot, } | { "leads": "reads", 
/**
 * A heading of the handbook, or a word of the trade.
 */
heading: string, } | { "leads": "does", 
/**
 * What.
 */
action: Action, };

/**
 * One thing that is left, with where it is done.
 */
export type LeftView = { 
/**
 * "K3 Studiebesök: ingen kontroll är angiven."
 */
text: string, 
/**
 * Where it is done.
 */
place: Spot, };

/**
 * How far an entry goes.
 */
export type Level = "base" | "advanced" | "spearhead";

/**
 * Which catalogue is in use.
 */
export type LibraryView = { 
/**
 * "Utgåva 2026:1 med 97 krav, varav 1 eget"
 */
words: string, 
/**
 * The kinds of files that are imported.
 */
imported: Array<FileKind>, 
/**
 * What could not be used, and why.
 */
troubles: Array<RefusalView>, };

/**
 * A logo, as a PNG file of three bytes a dot, line by line.
 */
export type Logo = string;

/**
 * What the officer can make of a project.
 */
export type Mark = "template" | "archived" | "removed";

/**
 * A piece of a text.
 */
export type MarkedText = { 
/**
 * The piece.
 */
text: string, 
/**
 * It is what was searched for.
 */
hit: boolean, };

/**
 * Who can be the matching lead, as the questionnaire has it.
 */
export type MatchingLeadView = { 
/**
 * The question.
 */
question: string, 
/**
 * What to choose among.
 */
options: Array<OptionView>, };

/**
 * Why an entry does not fit.
 */
export type MisfitView = { 
/**
 * "Kravet förutsätter att volymen är säker."
 */
text: string, 
/**
 * Where that is answered or filled in.
 */
blocks: Array<BlockView>, };

/**
 * A fact that the regime cannot do without.
 */
export type MissingFact = "nature" | "value" | "cpv" | "annex2" | "thresholds";

/**
 * A length in whole months, never zero.
 */
export type Months = number;

/**
 * What the answers say before the assessment, and whether it is law here.
 */
export type NeedAssessment = { 
/**
 * The answers that were given before it in the same group, in order.
 */
grounds: Array<Ground>, 
/**
 * Whether the law demands it here, in words.
 */
demanded: string, 
/**
 * The sections that it rests on here.
 */
citations: Array<CitationView>, };

/**
 * The next day of the follow-up.
 */
export type NextDay = { 
/**
 * The day.
 */
date: string, 
/**
 * What there is to do: "Kontroll K5, K7"
 */
what: string, };

/**
 * A field of the notice that has something to paste.
 */
export type NoticeFieldView = { 
/**
 * "Alla delar"; nothing where the fields hold for the whole procurement.
 */
lot: string | null, 
/**
 * "BT-775"
 */
term: string, 
/**
 * The official name of the field, and the requirement that it is about.
 */
label: string, 
/**
 * What is pasted: a text, a number, or codes, one a line.
 */
text: string, 
/**
 * The official names of the codes, each with its code: "Främjande av social hållbarhet (soc-obj)". None where no code is pasted.
 */
codes: Array<string>, };

/**
 * The texts that come with the program.
 */
export type NoticeName = "licence" | "others" | "sans" | "serif" | "libraries";

/**
 * A text that comes with the program, in the language it was written in.
 */
export type NoticeText = { 
/**
 * Which of the texts it is.
 */
name: NoticeName, 
/**
 * The text, as it stands in the file.
 */
text: string, };

/**
 * A number in an answer or a parameter.
 */
export type Number = number;

/**
 * An entry of the catalogue that has no card, and where it belongs: [`OfferView`] says the rest of it.
 */
export type OfferPlace = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * What it is about.
 */
theme: Theme, };

/**
 * What is said of an entry of the catalogue that has no card.
 */
export type OfferView = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * What it is about.
 */
theme: Theme, 
/**
 * Its name.
 */
title: string, 
/**
 * One sentence.
 */
summary: string, 
/**
 * How far it goes.
 */
level: Level, 
/**
 * "Avancerad"
 */
levelWord: string, 
/**
 * Kriterietyp.
 */
placement: Placement, 
/**
 * "Särskilt kontraktsvillkor"
 */
placementWord: string, 
/**
 * What is chosen or recommended and cannot stand beside it.
 */
excludes: Array<ExcludedView>, 
/**
 * Why it does not fit here; empty when it does, or when only something chosen excludes it.
 */
misfits: Array<MisfitView>, 
/**
 * It can be added as it is: nothing here speaks against it, and nothing that is chosen excludes it.
 */
fits: boolean, };

/**
 * What can be added, as much of it as was asked for.
 */
export type OffersView = { 
/**
 * What fits comes first.
 */
rows: Array<OfferView>, 
/**
 * How many there are.
 */
total: number, 
/**
 * How many of them fit.
 */
fitting: number, };

/**
 * A code with its words, to choose among others.
 */
export type OptionView = { 
/**
 * The code.
 */
code: Code, 
/**
 * "Tjänst"
 */
label: string, 
/**
 * It cannot be chosen now.
 */
disabled: boolean, };

/**
 * Where a value comes from.
 */
export type Origin = "officer" | "default" | "computed" | "answer" | "missing";

/**
 * How a theme ends.
 */
export type Outcome = "chosen" | "not_relevant" | "not_now";

/**
 * A heading.
 */
export type OutlineRow = { 
/**
 * "3" or "K1"
 */
number: string, 
/**
 * The heading.
 */
title: string, 
/**
 * The line that it stands on in the text.
 */
line: string, 
/**
 * The page that it stands on, from 1.
 */
page: number, 
/**
 * The requirement, when it is one.
 */
entry: EntryId | null, };

/**
 * The officer's own regime.
 */
export type OverruledView = { 
/**
 * What is to hold.
 */
regime: Regime, 
/**
 * Why.
 */
reason: string, 
/**
 * What was computed: "LOU utom 19 och 19 a kap. gäller".
 */
computed: string, };

/**
 * What an own requirement is written with.
 */
export type OwnRequirementForm = { 
/**
 * Where it can work.
 */
placements: Array<PlacementView>, 
/**
 * How far it can go.
 */
levels: Array<Choice<Level>>, 
/**
 * What can happen on a shortfall.
 */
sanctions: Array<Choice<Sanction>>, 
/**
 * Who can check.
 */
checkers: Array<Choice<Checker>>, };

/**
 * The texts that an own one can be written out of, a paragraph each.
 */
export type OwnTextView = { 
/**
 * What it says here.
 */
mine: Array<string>, 
/**
 * What it says in the file.
 */
theirs: Array<string>, 
/**
 * The values that can stand in it.
 */
values: Array<WordingValue>, };

/**
 * What kind of value a parameter takes; decides how it is read and printed.
 */
export type ParameterKind = "count" | "months" | "weeks" | "days" | "hours" | "percent" | "money" | "date" | "choice" | "multi" | "text" | "table" | "flag";

/**
 * A parameter of an entry, such as `visits`.
 */
export type ParameterName = string;

/**
 * A value of a parameter.
 */
export type ParameterValue = boolean | Number | string | Array<string> | Array<Array<string>>;

/**
 * A value in a text.
 */
export type ParameterView = { 
/**
 * Its name.
 */
name: ParameterName, 
/**
 * "Antal besök"
 */
label: string, 
/**
 * What kind of value.
 */
kind: ParameterKind, 
/**
 * The least and the largest number that is reasonable.
 */
range: [number, number] | null, 
/**
 * What to choose among.
 */
options: Array<OptionView>, 
/**
 * Heads of a table.
 */
columns: Array<string>, 
/**
 * The value; absent when it has to be filled in.
 */
value: ParameterValue | null, 
/**
 * As it reads in a sentence: "7 500 000 kr"; "[fyll i: datum]" when missing.
 */
shown: string, 
/**
 * Where it comes from.
 */
origin: Origin, 
/**
 * Fixed by law: shown, never edited.
 */
locked: boolean, 
/**
 * It is to be chosen before there is any text: which duties stand depends on it.
 */
decides: boolean, 
/**
 * The officer's own text has left it out, and nothing else says it.
 */
unsaid: boolean, };

/**
 * What part of a project a field belongs to: what the officer counts.
 */
export type Part = "facts" | "answers" | "requirements" | "wordings" | "decisions" | "overrides" | "fixed";

/**
 * How many fields of a part.
 */
export type PartCount = { 
/**
 * The part.
 */
part: Part, 
/**
 * How many.
 */
n: number, };

/**
 * A piece of a wording.
 */
export type Piece = { "kind": "text", 
/**
 * The text.
 */
text: string, } | { "kind": "value", 
/**
 * The parameter.
 */
parameter: ParameterName, 
/**
 * As it reads in the sentence.
 */
text: string, 
/**
 * Where it comes from.
 */
origin: Origin, };

/**
 * Where a finding lies.
 */
export type Place = { "kind": "whole" } | { "kind": "fact", "id": FactField } | { "kind": "question", "id": QuestionId } | { "kind": "theme", "id": Theme } | { "kind": "requirement", "id": EntryId };

/**
 * A place that one can go to.
 */
export type PlaceView = { 
/**
 * The place.
 */
place: Place, 
/**
 * "K3 Studiebesök"
 */
words: string, };

/**
 * Where in the procurement a requirement works (kriterietyp), in the order of the document.
 */
export type Placement = "reserved_participation" | "exclusion_ground" | "selection_criterion" | "technical_specification" | "award_criterion" | "contract_term";

/**
 * The same idea in another place of the procurement.
 */
export type PlacementStep = { 
/**
 * The entry that has it.
 */
entry: EntryId, 
/**
 * Its name.
 */
title: string, 
/**
 * What it means.
 */
view: PlacementView, 
/**
 * What the officer has filled in and that does not go along, in sentences.
 */
loses: string | null, };

/**
 * A kriterietyp, with what it means here.
 */
export type PlacementView = { 
/**
 * The kriterietyp.
 */
placement: Placement, 
/**
 * "Särskilt kontraktsvillkor"
 */
word: string, 
/**
 * What the supplier shows and how it is judged.
 */
means: string, 
/**
 * The sections that it rests on here; none when nothing is known.
 */
citations: Array<CitationView>, 
/**
 * Why there are none.
 */
uncited: string | null, };

/**
 * A row of the plan.
 */
export type PlanRow = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * "K3"
 */
number: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What it is about.
 */
theme: Theme, 
/**
 * Who checks; absent when nobody has to.
 */
checker: Checker | null, 
/**
 * "Avtalsansvarig"
 */
who: string, 
/**
 * The day of the first check, when the start of the contract is known.
 */
firstDate: string | null, 
/**
 * The same in words: "60 dagar efter start".
 */
first: string, 
/**
 * Months between checks; once when absent.
 */
everyMonths: number | null, 
/**
 * "varje halvår"
 */
howOften: string, 
/**
 * How it is shown during the contract.
 */
evidence: string, 
/**
 * How it is checked.
 */
how: string, 
/**
 * What happens on a shortfall.
 */
sanction: string, 
/**
 * Every check of the firm period: dates, or months of the contract while no start is known.
 */
days: Array<string>, 
/**
 * The buyer's hours a year. Own estimate.
 */
hours: number, };

/**
 * What others do.
 */
export type PracticeView = { 
/**
 * What they do.
 */
text: string, 
/**
 * Where that was read.
 */
source: string, };

/**
 * Where a project stands on the start page.
 */
export type ProjectGroup = "current" | "templates" | "archived" | "removed";

/**
 * A project, for ever.
 */
export type ProjectId = string;

/**
 * A project in the list.
 */
export type ProjectRow = { 
/**
 * Its id.
 */
id: ProjectId, 
/**
 * What the procurement is called; may be empty.
 */
title: string, 
/**
 * Diarienummer; may be empty.
 */
reference: string, 
/**
 * The contracting authority; may be empty.
 */
authority: string, 
/**
 * Where it stands on the page.
 */
group: ProjectGroup, 
/**
 * It is kept to start others from, wherever it stands.
 */
template: boolean, 
/**
 * Since when it has been put away or taken away, UTC.
 */
since: string | null, 
/**
 * "4 av 7 uppgifter klara"
 */
state: string, 
/**
 * "1 stopp i granskningen"; empty when there is no more to say.
 */
stateNote: string, 
/**
 * Something in it is damaged: it cannot be opened as it is.
 */
damaged: boolean, 
/**
 * The next of the planned days: 2027-01-18.
 */
nextDate: string | null, 
/**
 * What happens then: "Annonsering".
 */
nextNote: string | null, 
/**
 * The notice should have been out by now.
 */
late: boolean, 
/**
 * All that can be paid, without VAT.
 */
valueSek: number | null, 
/**
 * When it was last changed, UTC: 2026-11-25T14:32:00Z.
 */
changed: string, };

/**
 * An open project.
 */
export type ProjectView = { 
/**
 * Its id.
 */
id: ProjectId, 
/**
 * The revision that is shown; an edit names it.
 */
head: RevisionId, 
/**
 * What the procurement is called; may be empty.
 */
title: string, 
/**
 * Diarienummer; may be empty.
 */
reference: string, 
/**
 * When it was last saved, UTC: 2026-11-25T14:32:00Z.
 */
savedAt: string, 
/**
 * What undo takes back, in the words of the edit; none where the project began.
 */
undo: string | null, 
/**
 * What redo does again; none after an edit.
 */
redo: string | null, 
/**
 * How many of the seven tasks are done.
 */
tasksDone: number, 
/**
 * The seven tasks.
 */
tasks: Array<TaskView>, 
/**
 * Task 1.
 */
facts: FactsView, 
/**
 * What follows from the facts.
 */
regime: RegimeCard, 
/**
 * Task 2.
 */
readiness: QuestionGroupView, 
/**
 * Task 3: the groups that have any question that matters.
 */
needs: Array<QuestionGroupView>, 
/**
 * Whom answers are awaited from.
 */
waiting: Array<WaitingView>, 
/**
 * Task 4: the nine themes, then Gemensamma villkor.
 */
themes: Array<ThemeView>, 
/**
 * What else can be added, with the theme of each; more of them is told when it is asked for.
 */
offers: Array<OfferPlace>, 
/**
 * What an own requirement is written with.
 */
ownRequirement: OwnRequirementForm, 
/**
 * Requirements whose entries are others in the catalogue now.
 */
editions: Array<EditionView>, 
/**
 * Task 5.
 */
followUp: FollowUpPlan, 
/**
 * Task 6, gravest first.
 */
findings: Array<FindingView>, 
/**
 * Task 7.
 */
documents: Array<DocumentRow>, 
/**
 * The versions of the documents.
 */
fixed: FixedView, };

/**
 * A proposed answer.
 */
export type ProposalView = { 
/**
 * The answer, to send back when the officer says that it is right.
 */
answer: Answer, 
/**
 * The answer in words: "Ja".
 */
shown: string, 
/**
 * Who says so.
 */
source: string, };

/**
 * Where a question stands.
 */
export type QuestionGroup = "readiness" | "object" | "employment" | "labour_terms" | "accessibility" | "goods" | "people" | "reservation" | "follow_up";

/**
 * Questions that stand together.
 */
export type QuestionGroupView = { 
/**
 * The group.
 */
group: QuestionGroup, 
/**
 * "Det som köps"
 */
name: string, 
/**
 * How many are left.
 */
left: number, 
/**
 * How many others are to find out.
 */
waits: number, 
/**
 * "3 kvar", "1 väntar", "Klar"
 */
note: string, 
/**
 * The questions that matter, in order.
 */
questions: Array<QuestionView>, };

/**
 * A question, such as `q07`.
 */
export type QuestionId = string;

/**
 * A question as it stands.
 */
export type QuestionView = { 
/**
 * Its id.
 */
id: QuestionId, 
/**
 * The question.
 */
text: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * How to answer; may be empty.
 */
help: string, 
/**
 * What an answer consists of, in order.
 */
fields: Array<FieldView>, 
/**
 * The options that cannot be chosen now.
 */
closed: Array<ClosedView>, 
/**
 * The code that excludes the others of the first field: "none".
 */
noneOf: Code | null, 
/**
 * Own words for Vet inte, when the question has a don't-know of its own: "Oklart".
 */
unknownLabel: string | null, 
/**
 * As the officer answered; absent is unanswered.
 */
answer: Answer | null, 
/**
 * How it stands.
 */
state: State, 
/**
 * "Bekräfta", "Väntar på svar", "Kvar", or nothing.
 */
mark: string | null, 
/**
 * What is proposed while nobody has answered.
 */
proposal: ProposalView | null, 
/**
 * Whom to ask, as a proposal; may be empty.
 */
ask: string, 
/**
 * What it rests on, when it is an assessment that the law can demand.
 */
assessment: NeedAssessment | null, 
/**
 * Advice on a no that calls for it, or that the answer is kept for the record and changes nothing else.
 */
advice: string | null, };

/**
 * A reason for a recommendation.
 */
export type ReasonView = { 
/**
 * "målet är arbetslivserfarenhet"
 */
text: string, 
/**
 * The question whose answer led to it.
 */
question: QuestionId | null, };

/**
 * What a project file holds, before anything of it is taken in.
 */
export type ReceivedView = { 
/**
 * The name of the file.
 */
name: string, 
/**
 * How it stands to what is here.
 */
standing: FileStanding, 
/**
 * What it holds.
 */
file: CopyView, 
/**
 * The project here that it is a copy of.
 */
here: CopyView | null, 
/**
 * The project here has been removed, and can come back.
 */
removed: boolean, 
/**
 * When the last version was made that both come from, UTC; not known when it was made elsewhere.
 */
baseAt: string | null, 
/**
 * Whether that version is known, so that it can be seen who has changed what.
 */
hasBase: boolean, 
/**
 * How much the file holds, part by part.
 */
holds: Array<PartCount>, 
/**
 * What the two become together; nothing when they cannot be merged.
 */
together: TogetherView | null, 
/**
 * Why they cannot be merged.
 */
apart: RefusalView | null, 
/**
 * How many files more wait to be looked at.
 */
left: number, };

/**
 * The sort of refusal.
 */
export type RefusalKind = "bad_input" | "not_now" | "not_found" | "broken";

/**
 * Why something was not done, and what to do. Nothing has been changed.
 */
export type RefusalView = { 
/**
 * The sort of refusal; each is shown in its own way.
 */
kind: RefusalKind, 
/**
 * What is so.
 */
text: string, 
/**
 * What to do.
 */
hint: string | null, };

/**
 * Which set of rules governs.
 */
export type Regime = "direct_award" | "nationally_governed" | "directive_governed";

/**
 * The regime card.
 */
export type RegimeCard = { 
/**
 * What governs; absent while it cannot be decided.
 */
regime: Regime | null, 
/**
 * "Annonspliktig enligt 19 kap. LOU"
 */
name: string, 
/**
 * Why; while facts are missing, what to fill in.
 */
reason: string, 
/**
 * The value against the limits.
 */
scale: Scale | null, 
/**
 * "Beräknat, inte bekräftat. Kontrollera det i regeringens tillkännagivande"
 */
status: string | null, 
/**
 * The period in which the limits hold: "2026-01-01–2027-12-31".
 */
period: string | null, 
/**
 * When the source was last looked at: 2026-11-24.
 */
checkedOn: string | null, 
/**
 * "5 kap. 1 § och 19 kap. 1 § LOU"
 */
legalBasis: string | null, 
/**
 * What would lead to another regime, a sentence each.
 */
whatIf: Array<string>, 
/**
 * What has to be known first.
 */
missing: Array<MissingFact>, 
/**
 * The officer's own choice.
 */
overruled: OverruledView | null, 
/**
 * What can be chosen instead, with words.
 */
choices: Array<RegimeChoice>, };

/**
 * A regime to choose.
 */
export type RegimeChoice = { 
/**
 * The regime.
 */
regime: Regime, 
/**
 * "Annonspliktig enligt 19 kap."
 */
label: string, };

/**
 * The officer's own choice of regime, with the reason.
 */
export type RegimeOverride = { 
/**
 * What is to hold.
 */
regime: Regime, 
/**
 * Why.
 */
reason: string, };

/**
 * A remedy that can be taken over: what stands in the span is replaced by a text. An empty span is an insertion.
 */
export type Replacement = { 
/**
 * What is replaced.
 */
span: Span, 
/**
 * What stands there instead, in Swedish.
 */
text: string, };

/**
 * A requirement that is recommended or stands in the project.
 */
export type RequirementCard = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * What it is about.
 */
theme: Theme, 
/**
 * "K3", when it stands.
 */
number: string | null, 
/**
 * Its name.
 */
title: string, 
/**
 * One sentence.
 */
summary: string, 
/**
 * The officer chose it.
 */
chosen: boolean, 
/**
 * It comes along with another and stands without being chosen.
 */
companion: boolean, 
/**
 * It stands, and something in it is to be filled in.
 */
gaps: boolean, 
/**
 * What it is recommended as; absent when it is not recommended.
 */
standing: Standing | null, 
/**
 * "Följer av lag", "Rekommenderas"
 */
standingWord: string | null, 
/**
 * How far it goes.
 */
level: Level, 
/**
 * "Avancerad"
 */
levelWord: string, 
/**
 * The entries on the same ladder, itself included; empty when there is only one level.
 */
ladder: Array<LadderStep>, 
/**
 * Kriterietyp.
 */
placement: Placement, 
/**
 * "Särskilt kontraktsvillkor"
 */
placementWord: string, 
/**
 * The kriterietyper that the idea has, this one first; empty when it has one.
 */
placements: Array<PlacementStep>, 
/**
 * What is chosen or recommended and cannot stand beside it.
 */
excludes: Array<ExcludedView>, 
/**
 * Stand after "Därför:".
 */
reasons: Array<ReasonView>, 
/**
 * The duties that stand, each in pieces.
 */
duties: Array<Array<Piece>>, 
/**
 * What the officer has written, when the requirement is their own.
 */
custom: CustomRequirement | null, 
/**
 * The officer's own words stand in the place of the catalogue's.
 */
ownWording: boolean, 
/**
 * The duties as they are edited.
 */
wording: WordingView, 
/**
 * The values in the text.
 */
parameters: Array<ParameterView>, 
/**
 * The calculation, when the requirement counts something and there is something to count on.
 */
calculation: CalculationView | null, 
/**
 * The facts under the text, in reading order: target group, evidence, follow-up, sanction.
 */
facts: Array<RequirementFact>, 
/**
 * The sections that it rests on.
 */
citations: Array<CitationView>, 
/**
 * Why, and the link to what is bought.
 */
motive: string, 
/**
 * Common mistakes.
 */
pitfalls: Array<string>, 
/**
 * What others do.
 */
practice: Array<PracticeView>, 
/**
 * What is said for it and against it, when opinions differ.
 */
arguments: ArgumentsView | null, 
/**
 * Why it is marked as contested.
 */
contested: string | null, 
/**
 * Why it is marked as a rule of thumb.
 */
ruleOfThumb: string | null, };

/**
 * What is said of a requirement beside its text.
 */
export type RequirementFact = { 
/**
 * What it is.
 */
fact: FactKind, 
/**
 * "Bevis i avtalet"
 */
label: string, 
/**
 * What is said.
 */
text: string, };

/**
 * A revision: ids sort in the order of time.
 */
export type RevisionId = string;

/**
 * How one of several places decides beside the others.
 */
export type Role = "needed" | "enough" | "depends";

/**
 * What happens on a shortfall.
 */
export type Sanction = "none" | "cure" | "cure_then_damages" | "cure_then_damages_then_termination";

/**
 * A step that a shortfall can lead to.
 */
export type SanctionStep = { 
/**
 * "Vite med tak"
 */
name: string, 
/**
 * "K9", of the requirement that says so.
 */
number: string | null, 
/**
 * What it means; that it has not been chosen, when it has not.
 */
text: string, 
/**
 * Its values, with the ceiling among them.
 */
values: Array<SanctionValue>, 
/**
 * "K1", "K3": the requirements that can lead here.
 */
after: Array<string>, 
/**
 * It stands. One that does not is shown so that nobody believes that it does.
 */
stands: boolean, };

/**
 * A value of a step.
 */
export type SanctionValue = { 
/**
 * "Högsta vite per avtalsår"
 */
label: string, 
/**
 * "3 %"
 */
shown: string, };

/**
 * What became of a file.
 */
export type Saved = { "outcome": "written", 
/**
 * Where.
 */
place: string, } | { "outcome": "cancelled" };

/**
 * The value on a bar of the regimes, each part equally wide: a bar to scale would hide the low ones.
 */
export type Scale = { 
/**
 * "20 000 000 kr"
 */
value: string, 
/**
 * The same in kronor.
 */
amount: Sek, 
/**
 * Where the value lies on the bar, 0 to 1.
 */
position: number, 
/**
 * The parts, from the lowest values.
 */
bands: Array<Band>, };

/**
 * What was found.
 */
export type SearchView = { 
/**
 * "I projektet", "I kravbiblioteket", "CPV-koder", "I hjälpen", "Gör"; none that is empty.
 */
groups: Array<HitGroup>, 
/**
 * How many hits there are, also those that are not shown.
 */
total: number, };

/**
 * An amount in whole kronor, without VAT.
 */
export type Sek = number;

/**
 * One thing that the officer sets.
 */
export type Setting = { "setting": "language", "value": Language } | { "setting": "colours", "value": Colours } | { "setting": "text_size", "value": TextSize } | { "setting": "officer", "value": string } | { "setting": "authority_name", "value": string } | { "setting": "authority_kind", "value": AuthorityKind } | { "setting": "unit", "value": string } | { "setting": "contact", "value": string } | { "setting": "contract_manager", "value": string } | { "setting": "decision_maker", "value": string } | { "setting": "matching_lead", "value": Code | null } | { "setting": "standard", "value": Standard } | { "setting": "export_folder", "value": string | null } | { "setting": "backup_folder", "value": string | null };

/**
 * What the officer has set for the program; kept as it stands. A value that this version does not know counts as not
 * set, and a field that it does not know is kept as it is.
 */
export type Settings = { 
/**
 * The language of the window.
 */
language: Language, 
/**
 * Light, dark, or as the system.
 */
colours: Colours, 
/**
 * How large everything in the window is.
 */
textSize: TextSize, 
/**
 * The officer's name, which every change is kept with; may be empty.
 */
officer: string, 
/**
 * The authority that the officer works for.
 */
authority: Authority, 
/**
 * The folder that files are proposed to be saved in.
 */
exportFolder: string | null, 
/**
 * The second folder for backups; it holds nothing else.
 */
backupFolder: string | null, };

/**
 * What holds in a field that both have changed differently.
 */
export type Settled = "mine" | "theirs" | { "own": string };

/**
 * How grave a finding is.
 */
export type Severity = "stop" | "warning" | "info";

/**
 * One change.
 */
export type SheetChange = { 
/**
 * "K2 Studiebesök"
 */
about: string, 
/**
 * Where it stands in the sheet: "Krav!D5".
 */
place: string, 
/**
 * What is otherwise than it was.
 */
differences: Array<SheetDifference>, 
/**
 * What else follows from it.
 */
remarks: Array<string>, 
/**
 * Why it cannot be made, and what to do.
 */
refused: string | null, };

/**
 * Something that is otherwise than it was.
 */
export type SheetDifference = { 
/**
 * "Antal studiebesök"
 */
what: string, 
/**
 * As it reads in the project.
 */
old: string, 
/**
 * As it reads in the sheet.
 */
new: string, };

/**
 * What a sheet would change.
 */
export type SheetView = { 
/**
 * The changes, in the order of the sheet.
 */
changes: Array<SheetChange>, 
/**
 * What is not taken in, and why.
 */
notes: Array<string>, 
/**
 * All of them as one edit; nothing when there are none, or one of them cannot be made.
 */
edit: Edit | null, };

/**
 * One of the two that are merged.
 */
export type Side = "mine" | "theirs";

/**
 * A part of a text, counted in characters: from `start`, up to and without `end`.
 */
export type Span = { 
/**
 * The first character.
 */
start: number, 
/**
 * The one after the last.
 */
end: number, };

/**
 * Something in a project that one can go to, and that stands in one place of the window.
 */
export type Spot = { "kind": "task", "id": Task } | { "kind": "fact", "id": string } | { "kind": "cpv", "id": CpvCode } | { "kind": "question", "id": QuestionId } | { "kind": "theme", "id": Theme } | { "kind": "requirement", "id": EntryId } | { "kind": "finding", "id": FindingKey };

/**
 * A value in the common terms; absent goes back to the one that the catalogue proposes.
 */
export type Standard = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * Its parameter.
 */
parameter: ParameterName, 
/**
 * The value.
 */
value: ParameterValue | null, };

/**
 * A common term with the values that the authority can have a standard for.
 */
export type StandardsView = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * "Rapport om uppfyllande"
 */
title: string, 
/**
 * The values, as a new project has them.
 */
parameters: Array<ParameterView>, };

/**
 * What a recommendation is.
 */
export type Standing = "duty" | "candidate" | "companion" | "beside";

/**
 * The start page.
 */
export type StartView = { 
/**
 * All projects, also those put away, the last changed first.
 */
projects: Array<ProjectRow>, 
/**
 * Examples; each opens as a copy.
 */
examples: Array<ExampleRow>, 
/**
 * What had to be done to open the database, when something had; else that what the officer has set cannot be read.
 */
recovered: RefusalView | null, 
/**
 * Why the last backup could not be made, when it could not.
 */
unbacked: RefusalView | null, };

/**
 * How a question stands.
 */
export type State = "unanswered" | "prefilled" | "incomplete" | "answered" | "unknown" | "not_relevant";

/**
 * A step of the calculation.
 */
export type StepView = { 
/**
 * "Arbetstimmar"
 */
label: string, 
/**
 * "20 000 000 kr × 50 % ÷ 500 kr", or where the figure comes from.
 */
from: string, 
/**
 * "20 000 timmar"
 */
value: string, 
/**
 * Where what it is taken from is filled in or answered.
 */
spot: Spot | null, };

/**
 * What became of a step back or forth.
 */
export type Stepped = { "outcome": "kept", 
/**
 * The project after it.
 */
project: ProjectView, 
/**
 * What was done, in words: "Ångrat: Värde: 20 000 000 kr".
 */
words: string, 
/**
 * Where what was undone or redone stands.
 */
spot: Spot, } | { "outcome": "stale", 
/**
 * The project as it is now.
 */
project: ProjectView, };

/**
 * Whether the supplier may use, or is expected to use, subcontractors.
 */
export type Subcontracting = "yes" | "no" | "unknown";

/**
 * A task, in the order of the list.
 */
export type Task = "procurement" | "readiness" | "needs" | "requirements" | "follow_up" | "review" | "documents";

/**
 * How far a task has come. There are no more states than these.
 */
export type TaskState = { "state": "not_begun" } | { "state": "left", 
/**
 * What is left.
 */
left: number, 
/**
 * What there is in all.
 */
of: number, } | { "state": "done" } | { "state": "stops", 
/**
 * Open Stops.
 */
count: number, };

/**
 * A task with its state.
 */
export type TaskView = { 
/**
 * The task.
 */
task: Task, 
/**
 * 1 to 7.
 */
number: number, 
/**
 * "Upphandlingen"
 */
name: string, 
/**
 * How far it has come.
 */
state: TaskState, 
/**
 * "3 kvar"
 */
note: string, 
/**
 * How many answers others are to give, or warnings there are to go through, when nothing else is left.
 */
waits: number, };

/**
 * A stretch of text.
 */
export type TextRun = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether the other side lacks it.
 */
changed: boolean, };

/**
 * How large everything in the window is, in per cent.
 */
export type TextSize = "100" | "115" | "130" | "150";

/**
 * What a requirement is about. The follow-up companions ("Gemensamma villkor") stand beside the nine themes.
 */
export type Theme = "employment" | "labour_terms" | "accessibility" | "supply_chains" | "equal_treatment" | "work_environment" | "children" | "ethical_goods" | "reserved_contracts" | "common_terms";

/**
 * A theme, or Gemensamma villkor.
 */
export type ThemeView = { 
/**
 * The theme.
 */
theme: Theme, 
/**
 * "Sysselsättning"
 */
name: string, 
/**
 * "3 valda", "1 att fylla i", "Inte nu", "Kvar"
 */
note: string, 
/**
 * What is left: its decision, requirements to fill in, and those that are due and not chosen.
 */
left: number, 
/**
 * How it ends; absent for Gemensamma villkor, which need no decision.
 */
decision: DecisionView | null, 
/**
 * What the answers point at and that something keeps away, with what that is.
 */
blocked: Array<BlockedView>, 
/**
 * While nothing is recommended and nothing is kept away: the questions and facts that could lead to a requirement.
 */
openers: Array<BlockView>, 
/**
 * The requirements: duties first, then what is recommended, then what the officer added.
 */
cards: Array<RequirementCard>, };

/**
 * A limit on the bar.
 */
export type Tick = { 
/**
 * As share of the working time, 0 to 1.
 */
at: number, 
/**
 * "Avancerad"
 */
label: string, };

/**
 * A day on which something is checked.
 */
export type TimeMark = { 
/**
 * Where.
 */
at: number, 
/**
 * What is checked on that day.
 */
entries: Array<EntryId>, };

/**
 * Checks of one kind.
 */
export type TimeRow = { 
/**
 * Their kind, and with it the shape of the marks.
 */
kind: CheckKind, 
/**
 * "Möten"
 */
name: string, 
/**
 * A mark a day, in order.
 */
marks: Array<TimeMark>, };

/**
 * A year on the time line.
 */
export type TimeTick = { 
/**
 * Where.
 */
at: number, 
/**
 * "sep 2027", "12 månader"
 */
label: string, };

/**
 * The time line. Places on it go from 0 to 1.
 */
export type Timeline = { 
/**
 * All that it shows, in words.
 */
summary: string, 
/**
 * Where the contract begins.
 */
start: number, 
/**
 * Where its firm period ends.
 */
end: number, 
/**
 * The years of the contract, its start first, and its end last.
 */
ticks: Array<TimeTick>, 
/**
 * A row for meetings, for reports and for other checks, as far as there are any.
 */
rows: Array<TimeRow>, };

/**
 * What two copies become together.
 */
export type TogetherView = { 
/**
 * What one of them has changed, and holds.
 */
changes: Array<ChangeRow>, 
/**
 * What both have changed differently.
 */
conflicts: Array<ConflictRow>, 
/**
 * In how many fields that are filled in they agree.
 */
unchanged: number, };

/**
 * A trap in a text. Spans are counted in characters from the beginning of the text.
 */
export type TrapView = { 
/**
 * "R06"
 */
code: string, 
/**
 * How grave.
 */
severity: Severity, 
/**
 * "Stopp"
 */
severityWord: string, 
/**
 * Where.
 */
span: Span, 
/**
 * Which line, from one.
 */
line: number, 
/**
 * The words there, in one line.
 */
words: string, 
/**
 * What is so, and why it matters.
 */
message: string, 
/**
 * What to do.
 */
remedy: string, 
/**
 * What to write instead, when that can be said.
 */
replacement: Replacement | null, 
/**
 * What it rests on.
 */
legalBasis: string, 
/**
 * Whether that is law, a model or practice.
 */
basis: Footing, };

/**
 * A version of the documents: "1.0" is the first that is fixed, "1.1" the draft after it.
 */
export type Version = string;

/**
 * A version that was fixed.
 */
export type VersionView = { 
/**
 * "1.0"
 */
version: string, 
/**
 * "Version 1.0 fastställdes 2026-11-26. Beslutsfattare: Anna Lindqvist."
 */
words: string, };

/**
 * A question that somebody else is to answer.
 */
export type WaitingView = { 
/**
 * The question.
 */
question: QuestionId, 
/**
 * Where it stands.
 */
group: QuestionGroup, 
/**
 * The question in words.
 */
text: string, 
/**
 * Whom to ask; may be empty.
 */
whom: string, };

/**
 * What is done with a project file.
 */
export type Way = "open" | "copy" | "merge";

/**
 * A value in a text that is edited.
 */
export type WordingValue = { 
/**
 * As it is shown: "2 studiebesök", between U+2068 and U+2069.
 */
shown: string, 
/**
 * As an edit names it: "{visits|ett studiebesök|studiebesök}".
 */
slot: string, 
/**
 * "Antal besök"
 */
label: string, };

/**
 * The duties of a requirement as they are edited: in the language of the authority, with values set apart by signs that are not seen.
 */
export type WordingView = { 
/**
 * "Leverantören ska ta emot 2 studiebesök per avtalsår."
 */
duties: Array<string>, 
/**
 * The values that can stand in them.
 */
values: Array<WordingValue>, };
