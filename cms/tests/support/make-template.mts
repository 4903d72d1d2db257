/*
 * Boots the compiled CMS once on an empty folder, so that its tables and first rows are there.
 * Usage: node make-template.mts <compiled folder> <data folder>
 */
import { loadStrapi } from '../../scripts/load-strapi.mts';

const [distDir, dataDir] = process.argv.slice(2);
if (!distDir || !dataDir) throw new Error('Name the compiled folder and the data folder.');
const strapi = await loadStrapi(distDir, dataDir);
await strapi.destroy();
process.exit(0);
