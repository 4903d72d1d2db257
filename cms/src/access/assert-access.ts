import type { Core } from '@strapi/strapi';
import { findAccountSettingsDrift } from './account-settings';
import { findBuildTokenDrift } from './build-token';
import { findVisitorRoleDrift } from './visitor-roles';

export class AccessDriftError extends Error {
  override name = 'AccessDriftError';

  constructor(readonly problems: string[]) {
    const list = problems.map((problem) => `  - ${problem}`).join('\n');
    super(`Access in the database is not what the code says; the CMS stays down:\n${list}`);
  }
}

/** @throws AccessDriftError when the database grants more or less than the tables in this folder. */
export async function assertAccess(strapi: Core.Strapi): Promise<void> {
  const problems = [
    ...(await findVisitorRoleDrift(strapi)),
    ...(await findAccountSettingsDrift(strapi)),
    ...(await findBuildTokenDrift(strapi)),
  ];
  if (problems.length > 0) throw new AccessDriftError(problems);
}
