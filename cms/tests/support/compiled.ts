import { createRequire } from 'node:module';
import path from 'node:path';
import { inject } from 'vitest';
import type * as AccountSettings from '../../src/access/account-settings.js';
import type * as AssertAccess from '../../src/access/assert-access.js';
import type * as BuildToken from '../../src/access/build-token.js';
import type * as SyncAdminRoles from '../../src/access/sync-admin-roles.js';
import type * as VisitorRoles from '../../src/access/visitor-roles.js';
import type * as OneTimeToken from '../../src/accounts/one-time-token.js';
import type * as EntryQuota from '../../src/members/entry-quota.js';
import type * as MessageThreads from '../../src/members/message-threads.js';
import type * as SendMessage from '../../src/members/send-message.js';
import type * as ChangeState from '../../src/moderation/change-state.js';
import type * as AskOwners from '../../src/still-alive/ask-owners.js';
import type * as ReportedThreads from '../../src/moderation/reported-threads.js';
import type * as ReviewHistory from '../../src/moderation/review-history.js';
import type * as AttributesIn from '../../src/seed/attributes-in.js';
import type * as Fill from '../../src/seed/fill.js';
import type * as RunSchedule from '../../src/schedule/run-schedule.js';
import type * as ImportRecords from '../../src/seed/import-records.js';
import type * as ReadSeed from '../../src/seed/read-seed.js';
import type * as QueueMail from '../../src/mail/queue-mail.js';
import type * as SendMails from '../../src/mail/send-mails.js';
import type * as EraseAgain from '../../src/privacy/erase-again.js';
import type * as EraseEntry from '../../src/privacy/erase-entry.js';
import type * as EraseMember from '../../src/privacy/erase-member.js';
import type * as Retention from '../../src/privacy/retention.js';
import type * as LastSeen from '../../src/accounts/last-seen.js';
import type * as PrivacyLedger from '../../src/privacy/ledger.js';
import type * as SignedToken from '../../src/requests/signed-token.js';
import type * as Outbox from '../../src/publishing/outbox.js';

interface Modules {
  'accounts/last-seen': typeof LastSeen;
  'access/account-settings': typeof AccountSettings;
  'access/assert-access': typeof AssertAccess;
  'access/build-token': typeof BuildToken;
  'access/sync-admin-roles': typeof SyncAdminRoles;
  'access/visitor-roles': typeof VisitorRoles;
  'accounts/one-time-token': typeof OneTimeToken;
  'members/entry-quota': typeof EntryQuota;
  'members/message-threads': typeof MessageThreads;
  'members/send-message': typeof SendMessage;
  'moderation/change-state': typeof ChangeState;
  'moderation/reported-threads': typeof ReportedThreads;
  'moderation/review-history': typeof ReviewHistory;
  'mail/queue-mail': typeof QueueMail;
  'mail/send-mails': typeof SendMails;
  'privacy/erase-again': typeof EraseAgain;
  'privacy/erase-entry': typeof EraseEntry;
  'privacy/erase-member': typeof EraseMember;
  'privacy/retention': typeof Retention;
  'privacy/ledger': typeof PrivacyLedger;
  'publishing/outbox': typeof Outbox;
  'requests/signed-token': typeof SignedToken;
  'still-alive/ask-owners': typeof AskOwners;
  'schedule/run-schedule': typeof RunSchedule;
  'seed/attributes-in': typeof AttributesIn;
  'seed/fill': typeof Fill;
  'seed/import-records': typeof ImportRecords;
  'seed/read-seed': typeof ReadSeed;
}

/** Loads a compiled module of the CMS, the same instance that a booted CMS uses. */
export function compiled<Name extends keyof Modules>(name: Name): Modules[Name] {
  const file = path.join(inject('distDir'), 'src', `${name}.js`);
  // Compiled from the very source that the table above takes the type from.
  return createRequire(import.meta.url)(file) as Modules[Name];
}
