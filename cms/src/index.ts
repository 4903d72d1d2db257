import type { Core } from '@strapi/strapi';
import { addAccountRoutes } from './accounts/account-routes';
import { keepEmailsLowerCase } from './accounts/lower-case-email';
import { addProfileRoutes } from './accounts/profile-routes';
import { syncAccountSettings } from './access/account-settings';
import { registerAdminActions } from './access/admin-actions';
import { assertAccess } from './access/assert-access';
import { syncBuildToken } from './access/build-token';
import { syncAdminRoles } from './access/sync-admin-roles';
import { checkUploads } from './access/upload-checks';
import { syncVisitorRoles } from './access/visitor-roles';
import { registerChoicesField } from './documents/choices';
import { refuseLostCommits } from './documents/refuse-lost-commits';
import { registerDocumentRules } from './documents/register-document-rules';
import { syncEditing } from './editing/sync-editing';
import { exposePublishedContent } from './graphql/expose';
import { startJobs, stopJobs } from './jobs/jobs';
import { addEntryRoutes } from './members/entry-routes';
import { addHandOverRoutes } from './members/hand-over-handlers';
import { addMessageRoutes } from './members/message-routes';
import { addReplyRoutes } from './members/reply-routes';
import { addModerationScreens } from './moderation/admin-routes';
import { eraseAgain } from './privacy/erase-again';
import { addPrivacyRoutes } from './privacy/privacy-routes';
import { addPublishingScreens } from './publishing/admin-routes';
import { readEpoch } from './publishing/epoch';
import { addPreviewRoute } from './publishing/preview-route';
import { addPublisherRoutes } from './publishing/publisher-routes';
import { recordFiles } from './publishing/record-files';
import { recordWrites } from './publishing/record-writes';
import { keepRevisions } from './revisions/keep-revisions';
import { addRevisionScreens } from './revisions/admin-routes';
import { addStillAliveRoutes } from './still-alive/answer-routes';
import { addOpenQuestionRoutes } from './still-alive/open-questions';
import { forgetProblems } from './schedule/problems';

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    registerChoicesField(strapi);
    registerDocumentRules(strapi, [
      forgetProblems(strapi),
      recordWrites(strapi),
      keepRevisions(strapi),
    ]);
    exposePublishedContent(strapi);
    addAccountRoutes(strapi);
    addProfileRoutes(strapi);
    addPrivacyRoutes(strapi);
    addEntryRoutes(strapi);
    addHandOverRoutes(strapi);
    addMessageRoutes(strapi);
    addReplyRoutes(strapi);
    addPublisherRoutes(strapi);
    addPreviewRoute(strapi);
    addPublishingScreens(strapi);
    addRevisionScreens(strapi);
    addModerationScreens(strapi);
    addStillAliveRoutes(strapi);
    addOpenQuestionRoutes(strapi);
    await registerAdminActions(strapi);
    checkUploads(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    refuseLostCommits(strapi);
    recordFiles(strapi);
    keepEmailsLowerCase(strapi);
    await readEpoch(strapi);
    await syncEditing(strapi);
    await syncVisitorRoles(strapi);
    await syncAccountSettings(strapi);
    await syncBuildToken(strapi);
    await syncAdminRoles(strapi);
    await assertAccess(strapi);
    await eraseAgain(strapi);
    startJobs(strapi);
  },
  destroy({ strapi }: { strapi: Core.Strapi }) {
    stopJobs(strapi);
  },
};
