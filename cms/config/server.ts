import { mkdirSync } from 'node:fs';
import path from 'node:path';
import readSettings from './settings';

export default () => {
  const { host, port, publicUrl, dataDir, secrets } = readSettings();
  // Strapi serves this whole folder and its upload provider wants `uploads` inside it. It holds
  // nothing else: were it the data directory, `/uploads/%2e%2e/cms.db` would answer the database.
  const servedFolder = path.join(dataDir, 'uploads');
  mkdirSync(path.join(servedFolder, 'uploads'), { recursive: true, mode: 0o700 });
  return {
    host,
    port,
    url: publicUrl,
    app: { keys: secrets.appKeys },
    dirs: { public: servedFolder },
    // Behind TLS a proxy speaks for the visitor and is believed for one hop; without TLS nobody is.
    proxy: { koa: publicUrl.startsWith('https://'), maxIpsCount: 1 },
    http: { serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000 } },
    logger: { updates: { enabled: false } },
    transfer: { remote: { enabled: false } },
    mcp: { enabled: false },
    webhooks: { populateRelations: false },
  };
};
