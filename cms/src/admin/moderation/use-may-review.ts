import { useRBAC } from '@strapi/strapi/admin';
import { REVIEW_PERMISSIONS } from './review-permissions';

/** Whether the person may see and answer what members sent in. */
export function useMayReview(): boolean {
  return useRBAC(REVIEW_PERMISSIONS).allowedActions.canReview === true;
}
