/** Every mail to members, and the values that its text names in braces. */
export const TEMPLATES = {
  confirmEmail: ['link'],
  alreadyRegistered: ['link'],
  resetPassword: ['link'],
  passwordChanged: ['link'],
  accountErased: [],
  inactiveWarning: ['date', 'link'],
  submitted: ['title', 'link'],
  changesRequested: ['title', 'message', 'link'],
  accepted: ['title', 'message', 'live', 'link'],
  corrected: ['title', 'message', 'live', 'link'],
  declined: ['title', 'message', 'link'],
  unpublished: ['title', 'message', 'link'],
  reopened: ['title', 'message', 'link'],
  takenBack: ['title', 'link'],
  draftAgain: ['title', 'link'],
  deleted: ['title', 'link'],
  removalRequested: ['title', 'link'],
  kept: ['title', 'message', 'link'],
  handOverOffered: ['title', 'name', 'link'],
  handOverAccepted: ['title', 'link'],
  handOverDeclined: ['title', 'link'],
  messageReceived: ['title', 'name', 'message', 'link'],
  messageReply: ['title', 'name', 'message', 'link'],
  yearlyQuestion: ['title', 'link'],
} as const satisfies Record<string, readonly string[]>;

export type Template = keyof typeof TEMPLATES;
export type Values<T extends Template> = Record<(typeof TEMPLATES)[T][number], string>;

/** Subject and paragraphs; `{name}` stands for a value. A paragraph of nothing but an empty value is left out. */
interface MailText {
  subject: string;
  paragraphs: readonly string[];
}

export type MailTexts = Readonly<Record<Template, MailText>> & {
  /** Ends every mail. */
  readonly signature: string;
};
