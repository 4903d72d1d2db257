/*
 * The compiled CMS as a process of its own that answers HTTP, for tests that end it.
 * Usage, with the environment of a CMS: node killable-cms.mts <compiled folder>
 */
import { commonJs } from '../../scripts/common-js.mts';
import { appDir } from '../../scripts/compile.mts';

const [distDir] = process.argv.slice(2);
if (!distDir) throw new Error('Name the compiled folder.');
const { createStrapi } = commonJs('@strapi/strapi');
const strapi = createStrapi({ appDir, distDir, serveAdminPanel: false });
strapi.log.level = 'error';
// A limit on files also sends a signal, which a package of Strapi's takes for an end; no full disk does.
process.on('SIGXFSZ', () => undefined);
await strapi.load();
strapi.server.listen(Number(process.env.CMS_PORT), '127.0.0.1', () => process.send?.('ready'));
