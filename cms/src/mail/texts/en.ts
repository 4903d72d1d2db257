import type { MailTexts } from '../templates';

export const en: MailTexts = {
  signature: 'SEE City Platform\nYou get this mail because of your account or your entry there.',
  confirmEmail: {
    subject: 'Confirm your e-mail address',
    paragraphs: [
      'Somebody, we hope you, opened an account on the SEE City Platform with this address.',
      'To confirm it, open this page and press the button:',
      '{link}',
      'The link works for 48 hours. If it was not you, do nothing: an account that nobody confirms is removed after seven days.',
    ],
  },
  alreadyRegistered: {
    subject: 'You already have an account',
    paragraphs: [
      'Somebody, we hope you, tried to open an account on the SEE City Platform with this address. There is one already.',
      'You can sign in with it. If you no longer know the password, set a new one here:',
      '{link}',
      'If it was not you, do nothing: nothing has changed.',
    ],
  },
  resetPassword: {
    subject: 'Set a new password',
    paragraphs: [
      'Somebody, we hope you, asked for a new password for your account on the SEE City Platform.',
      'Set it on this page:',
      '{link}',
      'The link works once, for one hour. If it was not you, do nothing: your password stays as it is.',
    ],
  },
  passwordChanged: {
    subject: 'Your password was changed',
    paragraphs: [
      'The password of your account on the SEE City Platform was just changed, and every other device was signed out.',
      'If it was not you, set a new one at once:',
      '{link}',
    ],
  },
  accountErased: {
    subject: 'Your account is erased',
    paragraphs: [
      'Your account on the SEE City Platform and everything that belonged to it alone are erased, as you asked.',
      'What you chose to keep stays under its licence, from “former member”.',
    ],
  },
  inactiveWarning: {
    subject: 'Your account has not been used for long',
    paragraphs: [
      'You have not signed in on the SEE City Platform for almost two years. We keep no accounts that nobody uses: yours will be removed on {date}.',
      'To keep it, sign in once:',
      '{link}',
      'Practices that are published stay on the site, from “former member”.',
    ],
  },
  submitted: {
    subject: 'We have received “{title}”',
    paragraphs: [
      'Thank you. “{title}” is with the editors, who answer within ten working days.',
      'Until then you can read it here, or take it back to change it:',
      '{link}',
    ],
  },
  changesRequested: {
    subject: 'Please look at “{title}” again',
    paragraphs: [
      'An editor read “{title}” and asks you for changes before it is published:',
      '{message}',
      'You can change it and send it again here:',
      '{link}',
    ],
  },
  accepted: {
    subject: '“{title}” is accepted',
    paragraphs: [
      '“{title}” is accepted. Within seconds it stands here for everybody to read:',
      '{live}',
      '{message}',
      'You can change it at any time; changes are read by an editor before they replace what is published:',
      '{link}',
    ],
  },
  corrected: {
    subject: '“{title}” was corrected',
    paragraphs: [
      'An editor corrected your published entry “{title}”:',
      '{live}',
      '{message}',
      'If something is not right, you can change it here:',
      '{link}',
    ],
  },
  declined: {
    subject: '“{title}” is not published',
    paragraphs: [
      'An editor read “{title}” and decided not to publish it:',
      '{message}',
      'Nothing of it is lost. You can read it here and copy it into a new draft:',
      '{link}',
    ],
  },
  unpublished: {
    subject: '“{title}” was taken off the site',
    paragraphs: [
      '“{title}” is no longer on the site.',
      '{message}',
      'You can open it again as a draft here:',
      '{link}',
    ],
  },
  reopened: {
    subject: '“{title}” is open again',
    paragraphs: [
      'An editor has opened “{title}” again, so that you can change it and send it once more:',
      '{message}',
      '{link}',
    ],
  },
  takenBack: {
    subject: 'You took “{title}” back',
    paragraphs: [
      '“{title}” is a draft again and nobody reads it. You can change it and send it again here:',
      '{link}',
    ],
  },
  draftAgain: {
    subject: '“{title}” is open as a draft',
    paragraphs: [
      'You opened “{title}” as a draft. What is published, if anything, stays as it is until an editor accepts the new version. You can write on here:',
      '{link}',
    ],
  },
  deleted: {
    subject: '“{title}” was deleted',
    paragraphs: [
      'An editor deleted “{title}”. It is no longer on the site or in your list.',
      '{link}',
    ],
  },
  removalRequested: {
    subject: 'You asked to take “{title}” down',
    paragraphs: [
      'We have received your wish to take “{title}” off the site. An editor answers within ten working days.',
      '{link}',
    ],
  },
  kept: {
    subject: '“{title}” stays on the site',
    paragraphs: [
      'You asked to take “{title}” off the site. An editor decided to keep it:',
      '{message}',
      '{link}',
    ],
  },
  handOverOffered: {
    subject: '{name} wants to hand “{title}” to you',
    paragraphs: [
      '{name} looks after “{title}” on the SEE City Platform and wants to hand it over to you.',
      'Nothing changes until you agree or decline here:',
      '{link}',
    ],
  },
  handOverAccepted: {
    subject: '“{title}” is handed over',
    paragraphs: [
      'The person you named has agreed: from now on “{title}” is theirs to look after.',
      '{link}',
    ],
  },
  handOverDeclined: {
    subject: '“{title}” was not handed over',
    paragraphs: [
      'The person you named has declined to take over “{title}”. It stays with you.',
      '{link}',
    ],
  },
  messageReceived: {
    subject: 'A message about “{title}”',
    paragraphs: [
      '{name} read “{title}” on the SEE City Platform and writes to you:',
      '{message}',
      'Neither of you sees the other’s address. You can answer or report the message here, for 30 days and without signing in:',
      '{link}',
      'The link lets whoever has it read this exchange and answer as you: please do not pass this mail on.',
    ],
  },
  messageReply: {
    subject: 'An answer about “{title}”',
    paragraphs: [
      '{name} has answered your message about “{title}”:',
      '{message}',
      'Neither of you sees the other’s address. You can answer or report the message here, for 30 days and without signing in:',
      '{link}',
      'The link lets whoever has it read this exchange and answer as you: please do not pass this mail on.',
    ],
  },
  yearlyQuestion: {
    subject: 'Is “{title}” still alive?',
    paragraphs: [
      'Once a year we ask whether a practice still runs: readers trust an answer with a date more than an old success.',
      'One click is enough – it still runs, it has changed, or it has stopped:',
      '{link}',
    ],
  },
};
