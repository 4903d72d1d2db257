/** Makes an empty database on the PostgreSQL server of this run and returns its address. */
export function createPostgresDatabase(): Promise<string> {
  return Promise.reject(new Error('PostgreSQL in tests is not there yet.'));
}
