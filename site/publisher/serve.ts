/** The local web server of the live release. */
import { readServerSettings, releasesDirOf } from './settings.ts';
import { createSiteServer } from './site-server.ts';
import { stopSignal } from './stop-signal.ts';
import { tell } from './terminal.ts';

const settings = readServerSettings();
const server = createSiteServer(releasesDirOf(settings), settings.CMS_PUBLIC_URL);
server.listen(settings.SITE_PORT, settings.SITE_HOST, () => {
  tell(`serving ${releasesDirOf(settings)} at ${settings.SITE_HOST}:${settings.SITE_PORT}`);
});
stopSignal().addEventListener('abort', () => {
  server.close();
  server.closeAllConnections();
});
