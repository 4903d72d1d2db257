import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** The statements of a connection, each prepared once; and several of them as one. */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  /** On a full disk SQLite has done so by itself, and to ask again would hide why. */
  #rollBack(): void {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  /** Runs several writes as one; nothing is kept when one of them throws. */
  transaction(write: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      write();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /**
   * As `transaction`, for writes that wait for something in between. Meanwhile no other connection
   * can write; all can read, and see what was there before.
   */
  async longTransaction(write: () => Promise<void>): Promise<void> {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      await write();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }
}
