import type { Core } from '@strapi/strapi';

/** What is used of a transaction of Knex, whose types lead to a package of Strapi's own. */
interface Transaction {
  commit: (value?: unknown) => unknown;
  executionPromise: Promise<unknown>;
}
interface Connection {
  transaction: (...given: never[]) => Promise<Transaction>;
}

/**
 * A write whose COMMIT fails, as it does on a full disk, is not stored; Knex tells that to a promise
 * that Strapi does not look at, so that editors were told that it was. Here the commit fails as well.
 */
export function refuseLostCommits(strapi: Core.Strapi): void {
  const connection: Connection = strapi.db.connection;
  const begin = connection.transaction.bind(connection);
  const beginGuarded: Connection['transaction'] = async (...given) => {
    const transaction = await begin(...given);
    const { commit, executionPromise } = transaction;
    transaction.commit = async (value) => {
      await commit(value);
      return executionPromise;
    };
    return transaction;
  };
  // It can be defined anew, but not assigned to.
  Object.defineProperty(connection, 'transaction', { value: beginGuarded, configurable: true });
}
