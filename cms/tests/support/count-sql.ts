import type { Core } from '@strapi/strapi';

/** Counts the SQL statements that run while `work` does. */
export async function countSql(strapi: Core.Strapi, work: () => Promise<void>): Promise<number> {
  let count = 0;
  const onQuery = () => {
    count += 1;
  };
  strapi.db.connection.on('query', onQuery);
  try {
    await work();
  } finally {
    strapi.db.connection.removeListener('query', onQuery);
  }
  return count;
}
