import { RELEASE_ACTION, REVIEW_ACTION } from './admin-actions';
import { isReviewedType, REVIEWED_TYPES } from '../moderation/reviewed-types';
import { PUBLISHED_TYPES } from './published-types';

export type ContentUid = (typeof PUBLISHED_TYPES)[number];
export type ContentAction = 'create' | 'read' | 'update' | 'delete' | 'publish';

interface ContentGrant {
  actions: readonly ContentAction[];
  types: readonly ContentUid[];
  /** Only entries that the person made. */
  ownOnly?: boolean;
}

export interface AdminRole {
  code: string;
  name: string;
  description: string;
  content: readonly ContentGrant[];
  /** Actions of the media library that hold for every file. */
  files: readonly string[];
  /** Actions of the media library that hold for the person's own files. */
  ownFiles: readonly string[];
  /** Actions of this project's own screens. */
  screens: readonly string[];
}

const EDITORIAL_TYPES = PUBLISHED_TYPES.filter((uid) => !isReviewedType(uid));

const SEE_FILES = ['plugin::upload.read', 'plugin::upload.assets.download'];
const ADD_FILES = ['plugin::upload.assets.create', 'plugin::upload.assets.copy-link'];
const CHANGE_FILES = 'plugin::upload.assets.update';

/** Who may do what in the admin, beside the super admin. The database follows at every start. */
export const ADMIN_ROLES: readonly AdminRole[] = [
  {
    code: 'strapi-editor',
    name: 'Editor',
    description: 'Writes and publishes all content.',
    content: [
      { actions: ['create', 'read', 'update', 'delete', 'publish'], types: PUBLISHED_TYPES },
    ],
    files: [...SEE_FILES, ...ADD_FILES, CHANGE_FILES],
    ownFiles: [],
    screens: [RELEASE_ACTION, REVIEW_ACTION],
  },
  {
    code: 'see-moderator',
    name: 'Moderator',
    description: 'Answers what members send in: practices, adaptations and notices.',
    content: [
      { actions: ['create', 'read', 'update', 'publish'], types: REVIEWED_TYPES },
      { actions: ['read'], types: EDITORIAL_TYPES },
    ],
    files: [...SEE_FILES, ...ADD_FILES],
    ownFiles: [CHANGE_FILES],
    screens: [REVIEW_ACTION],
  },
  {
    code: 'strapi-author',
    name: 'Author',
    description: 'Writes drafts of their own; an editor publishes them.',
    content: [
      { actions: ['create'], types: PUBLISHED_TYPES },
      // Read whole, so that a draft can name the cities and strategies it is about.
      { actions: ['read'], types: EDITORIAL_TYPES },
      { actions: ['read'], types: REVIEWED_TYPES, ownOnly: true },
      { actions: ['update', 'delete'], types: PUBLISHED_TYPES, ownOnly: true },
    ],
    files: [...SEE_FILES, ...ADD_FILES],
    ownFiles: [CHANGE_FILES],
    screens: [],
  },
];

/** Kept by the code: no role of people sees or writes them. */
export const INTERNAL_FIELDS: readonly string[] = [
  'links',
  'formerSlugs',
  'version',
  'owner',
  'reviewerMessage',
  'submittedAt',
  'removalRequestedAt',
];

/** Given out by the code: people read them. */
export const READ_ONLY_FIELDS: readonly string[] = ['ref', 'reviewState'];

/** They publish by the clock: for those who may publish. */
export const PUBLISHING_FIELDS: readonly string[] = ['goLiveAt', 'takeDownAt'];
