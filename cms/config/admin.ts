import { previewAddress } from '../src/publishing/preview-link';
import readSettings from './settings';

const HOUR_SECONDS = 60 * 60;

interface Asked {
  documentId: string;
  locale?: string;
  status?: string;
}

export default () => {
  const settings = readSettings();
  const { secrets, publicUrl } = settings;
  /** What is published can be seen on the site; a preview is of the draft. */
  const addressOf = (uid: string, { documentId, locale, status }: Asked): string | undefined => {
    if (status === 'published') return undefined;
    const previewed = { type: uid.replace(/^.*\./, ''), documentId, locale: locale ?? 'en' };
    return previewAddress(settings, previewed, Date.now());
  };
  return {
    autoOpen: false,
    auth: {
      secret: secrets.adminJwt,
      cookie: { secure: publicUrl.startsWith('https://'), sameSite: 'strict' },
      sessions: {
        accessTokenLifespan: 10 * 60,
        maxRefreshTokenLifespan: 8 * HOUR_SECONDS,
        idleRefreshTokenLifespan: HOUR_SECONDS,
        maxSessionLifespan: 8 * HOUR_SECONDS,
        idleSessionLifespan: HOUR_SECONDS,
      },
    },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryption },
    preview: { enabled: true, config: { allowedOrigins: ["'self'"], handler: addressOf } },
    flags: { nps: false, promoteEE: false, docLinks: false },
  };
};
