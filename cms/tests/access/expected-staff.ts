import type { Role } from './roles.js';

/** Who of the staff gets past the door of each route of the admin; nobody does past the others. */

/** What each of them sees of its own or of what it may read; the services ask about each entry. */
const OF_ALL_STAFF = [
  'GET /publishing/state',
  'GET /publishing/entry/:type/:documentId',
  'GET /admin/information',
  'GET /admin/telemetry-properties',
  'GET /admin/license-trial-time-left',
  'GET /admin/guided-tour-meta',
  'POST /admin/logout',
  'GET /admin/permissions',
  'POST /admin/permissions/check',
  'GET /admin/users/me',
  'PUT /admin/users/me',
  'GET /admin/users/me/permissions',
  'GET /admin/users/me/sessions',
  'DELETE /admin/users/me/sessions',
  'DELETE /admin/users/me/sessions/:sessionId',
  'GET /admin/content-api/permissions',
  'GET /admin/content-api/routes',
  'GET /admin/homepage/key-statistics',
  'GET /admin/homepage/layout',
  'PUT /admin/homepage/layout',
  'GET /admin/ai-usage',
  'GET /admin/ai-token',
  'GET /admin/ai-feature-config',
  'GET /content-manager/init',
  'GET /content-manager/content-types',
  'GET /content-manager/content-types-settings',
  'GET /content-manager/content-types/:uid/configuration',
  'GET /content-manager/components',
  'GET /content-manager/components/:uid/configuration',
  'POST /content-manager/uid/generate',
  'POST /content-manager/uid/check-availability',
  'GET /content-manager/relations/:model/:targetField',
  'GET /content-manager/relations/:model/:id/:targetField',
  'GET /content-manager/single-types/:model/actions/countDraftRelations',
  'GET /content-manager/collection-types/:model',
  'GET /content-manager/collection-types/:model/:id',
  'POST /content-manager/collection-types/:model/actions/bulkFindForValidation',
  'GET /content-manager/collection-types/:model/:id/actions/countDraftRelations',
  'GET /content-manager/collection-types/:model/actions/countManyEntriesDraftRelations',
  'GET /content-manager/preview/url/:contentType',
  'GET /content-manager/homepage/recent-documents',
  'GET /content-manager/homepage/count-documents',
  'POST /upload',
  'GET /upload/files',
  'POST /upload/files',
  'GET /upload/files/:id',
  'PUT /upload/files/:id',
  'POST /upload/files/:id/replace',
  'DELETE /upload/files/:id',
  'GET /upload/folders/:id',
  'GET /upload/folders',
  'POST /upload/folders',
  'PUT /upload/folders/:id',
  'GET /upload/folder-structure',
  'POST /upload/actions/bulk-delete',
  'POST /upload/actions/bulk-move',
  'POST /upload/actions/bulk-update',
  'POST /upload/actions/generate-ai-metadata',
  'POST /upload/ai-metadata-jobs',
  'GET /upload/ai-metadata-jobs/latest',
  'GET /upload/ai-metadata-jobs/pending-count',
  'GET /upload/configuration',
  'GET /i18n/locales',
  'POST /i18n/content-manager/actions/get-non-localized-fields',
  'GET /i18n/content-manager/get-fill-from-locale/:model',
  'GET /i18n/settings',
  'GET /i18n/ai-localization-jobs/collection-types/:contentType/:documentId',
  'GET /i18n/ai-localization-jobs/single-types/:contentType',
  'GET /users-permissions/permissions',
  'GET /users-permissions/policies',
  'GET /users-permissions/routes',
];

/** Writing entries of the editors, an author only the own ones. */
const OF_WRITERS = [
  'PUT /content-manager/single-types/:model',
  'DELETE /content-manager/single-types/:model',
  'POST /content-manager/single-types/:model/actions/discard',
  'POST /content-manager/collection-types/:model',
  'POST /content-manager/collection-types/:model/clone/:sourceId',
  'POST /content-manager/collection-types/:model/auto-clone/:sourceId',
  'PUT /content-manager/collection-types/:model/:id',
  'DELETE /content-manager/collection-types/:model/:id',
  'POST /content-manager/collection-types/:model/:id/actions/discard',
  'POST /content-manager/collection-types/:model/actions/bulkDelete',
];

/** Answering members' entries. */
const OF_REVIEWERS = [
  'GET /moderation/queue',
  'GET /moderation/reports',
  'POST /moderation/reports/:id',
  'GET /moderation/entries/:type/:documentId',
  'POST /moderation/answers/:id',
  'POST /moderation/entries/:type/:documentId/accept',
  'POST /moderation/entries/:type/:documentId/ask-for-changes',
  'POST /moderation/entries/:type/:documentId/decline',
  'POST /moderation/entries/:type/:documentId/reopen',
  'POST /moderation/entries/:type/:documentId/unpublish',
  'POST /moderation/entries/:type/:documentId/correct',
  'POST /moderation/entries/:type/:documentId/keep',
];

/** Recalling a practice that is not there: what is gone is no author's own. */
const OF_READERS_OF_ALL = [
  'GET /revisions/:type/:documentId',
  'GET /revisions/:type/:documentId/compare',
  'POST /revisions/:type/:documentId/restore',
];

/** Publishing entries of the editors. */
const OF_EDITORS = [
  'POST /content-manager/single-types/:model/actions/publish',
  'POST /content-manager/single-types/:model/actions/unpublish',
  'POST /content-manager/collection-types/:model/actions/publish',
  'POST /content-manager/collection-types/:model/:id/actions/publish',
  'POST /content-manager/collection-types/:model/:id/actions/unpublish',
  'POST /content-manager/collection-types/:model/actions/bulkPublish',
  'POST /content-manager/collection-types/:model/actions/bulkUnpublish',
];

const TABLE: readonly [routes: readonly string[], roles: readonly Role[]][] = [
  [OF_ALL_STAFF, ['author', 'moderator', 'editor']],
  [OF_WRITERS, ['author', 'editor']],
  [OF_REVIEWERS, ['moderator', 'editor']],
  [OF_READERS_OF_ALL, ['moderator', 'editor']],
  [OF_EDITORS, ['editor']],
];

export function staffAt(route: string): readonly Role[] {
  return TABLE.find(([routes]) => routes.includes(route))?.[1] ?? [];
}
