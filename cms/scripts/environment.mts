import { randomBytes } from 'node:crypto';

const SECRETS = [
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'SEE_BUILD_TOKEN',
  'SEE_PUBLISH_SECRET',
];

function randomSecret(): string {
  return randomBytes(32).toString('hex');
}

/** A complete, strong environment of the CMS for tests and tools; each call makes other secrets. */
export function goodEnvironment(dataDir: string): Record<string, string> {
  return {
    SEE_DATA_DIR: dataDir,
    SEE_DEMO: 'false',
    SEE_JOBS: 'false',
    CMS_HOST: '127.0.0.1',
    APP_KEYS: `${randomSecret()},${randomSecret()}`,
    ...Object.fromEntries(SECRETS.map((name) => [name, randomSecret()])),
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
}
