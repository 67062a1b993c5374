/** The texts on screen, a file a screen, in both languages. The Swedish files decide which keys exist. */
import enAbout from '$text/en/about.json'
import enBackups from '$text/en/backups.json'
import enCommon from '$text/en/common.json'
import enDocument from '$text/en/document.json'
import enDocuments from '$text/en/documents.json'
import enEditions from '$text/en/editions.json'
import enFields from '$text/en/fields.json'
import enFollowUp from '$text/en/follow-up.json'
import enHelp from '$text/en/help.json'
import enLibrary from '$text/en/library.json'
import enNeeds from '$text/en/needs.json'
import enOverview from '$text/en/overview.json'
import enOwn from '$text/en/own.json'
import enProcurement from '$text/en/procurement.json'
import enQuestion from '$text/en/question.json'
import enReadiness from '$text/en/readiness.json'
import enReceive from '$text/en/receive.json'
import enRequirements from '$text/en/requirements.json'
import enReview from '$text/en/review.json'
import enSending from '$text/en/sending.json'
import enSettings from '$text/en/settings.json'
import enShell from '$text/en/shell.json'
import enStart from '$text/en/start.json'
import enTerms from '$text/en/terms.json'
import enWording from '$text/en/wording.json'
import svAbout from '$text/sv/about.json'
import svBackups from '$text/sv/backups.json'
import svCommon from '$text/sv/common.json'
import svDocument from '$text/sv/document.json'
import svDocuments from '$text/sv/documents.json'
import svEditions from '$text/sv/editions.json'
import svFields from '$text/sv/fields.json'
import svFollowUp from '$text/sv/follow-up.json'
import svHelp from '$text/sv/help.json'
import svLibrary from '$text/sv/library.json'
import svNeeds from '$text/sv/needs.json'
import svOverview from '$text/sv/overview.json'
import svOwn from '$text/sv/own.json'
import svProcurement from '$text/sv/procurement.json'
import svQuestion from '$text/sv/question.json'
import svReadiness from '$text/sv/readiness.json'
import svReceive from '$text/sv/receive.json'
import svRequirements from '$text/sv/requirements.json'
import svReview from '$text/sv/review.json'
import svSending from '$text/sv/sending.json'
import svSettings from '$text/sv/settings.json'
import svShell from '$text/sv/shell.json'
import svStart from '$text/sv/start.json'
import svTerms from '$text/sv/terms.json'
import svWording from '$text/sv/wording.json'

export const swedish = {
  about: svAbout,
  backups: svBackups,
  common: svCommon,
  document: svDocument,
  documents: svDocuments,
  editions: svEditions,
  fields: svFields,
  followUp: svFollowUp,
  help: svHelp,
  library: svLibrary,
  needs: svNeeds,
  overview: svOverview,
  own: svOwn,
  procurement: svProcurement,
  question: svQuestion,
  readiness: svReadiness,
  receive: svReceive,
  requirements: svRequirements,
  review: svReview,
  sending: svSending,
  settings: svSettings,
  shell: svShell,
  start: svStart,
  terms: svTerms,
  wording: svWording
}

/** Keys that begin with @ are notes to whoever translates, and no text. */
type Shown<Texts> = Exclude<keyof Texts & string, `@${string}`>

type Translation = { [Screen in keyof typeof swedish]: Record<Shown<(typeof swedish)[Screen]>, string> }

export const english: Translation = {
  about: enAbout,
  backups: enBackups,
  common: enCommon,
  document: enDocument,
  documents: enDocuments,
  editions: enEditions,
  fields: enFields,
  followUp: enFollowUp,
  help: enHelp,
  library: enLibrary,
  needs: enNeeds,
  overview: enOverview,
  own: enOwn,
  procurement: enProcurement,
  question: enQuestion,
  readiness: enReadiness,
  receive: enReceive,
  requirements: enRequirements,
  review: enReview,
  sending: enSending,
  settings: enSettings,
  shell: enShell,
  start: enStart,
  terms: enTerms,
  wording: enWording
}

/** `screen.key`, for example `start.title`. */
export type TextKey = {
  [Screen in keyof Translation]: `${Screen}.${keyof Translation[Screen] & string}`
}[keyof Translation]

/** The stem of a pair of keys that end in `.one` and `.other`. */
export type PluralKey = TextKey extends infer Key ? (Key extends `${infer Stem}.one` ? Stem : never) : never
