/*
 * Boots the compiled CMS once on an empty folder, so that its tables and first rows are there; in
 * PostgreSQL where the address of a database is given.
 * Usage: node make-template.mts <compiled folder> <data folder> [<database>]
 */
import { loadStrapi } from '../../scripts/load-strapi.mts';

const [distDir, dataDir, databaseUrl] = process.argv.slice(2);
if (!distDir || !dataDir) throw new Error('Name the compiled folder and the data folder.');
const strapi = await loadStrapi(distDir, dataDir, databaseUrl);
await strapi.destroy();
process.exit(0);
