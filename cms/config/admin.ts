import readSettings from './settings';

const HOUR_SECONDS = 60 * 60;

export default () => {
  const { secrets, publicUrl } = readSettings();
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
    // While there is none, the admin would offer to read how to build one.
    preview: { enabled: false },
    flags: { nps: false, promoteEE: false, docLinks: false },
  };
};
