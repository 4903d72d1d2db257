import { readOnlyRule } from '../src/graphql/read-only-rule';
import { uploadConfig } from './upload-rules';
import readSettings from './settings';

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 24 * 60 * MINUTE_SECONDS;

export default () => {
  const { secrets, publicUrl, mail } = readSettings();
  const isSecure = publicUrl.startsWith('https://');
  return {
    graphql: {
      enabled: true,
      config: {
        endpoint: '/graphql',
        shadowCRUD: true,
        landingPage: false,
        generateArtifacts: false,
        depthLimit: 6,
        defaultLimit: 25,
        maxLimit: 1000,
        apolloServer: {
          introspection: false,
          hideSchemaDetailsFromClientErrors: true,
          includeStacktraceInErrorResponses: false,
          allowBatchedHttpRequests: false,
          csrfPrevention: true,
          parseOptions: { maxTokens: 3000 },
          cors: false,
          validationRules: [readOnlyRule],
        },
      },
    },
    'users-permissions': {
      config: {
        jwtSecret: secrets.membersJwt,
        jwtManagement: 'refresh',
        sessions: {
          accessTokenLifespan: 10 * MINUTE_SECONDS,
          idleRefreshTokenLifespan: 7 * DAY_SECONDS,
          maxRefreshTokenLifespan: 30 * DAY_SECONDS,
          httpOnly: true,
          cookie: {
            // Browsers take the `__Secure-` prefix over TLS only, and Koa throws on a Secure cookie
            // over plain http: the public address decides, never NODE_ENV.
            name: isSecure ? '__Secure-up' : 'up',
            sameSite: 'strict',
            secure: isSecure,
            path: '/api/auth',
            maxAge: 7 * DAY_SECONDS * 1000,
          },
        },
      },
    },
    upload: { config: uploadConfig },
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: {
          host: mail.host,
          port: mail.port,
          secure: mail.port === 465,
          // A password goes over TLS or not at all.
          ...(mail.login ? { auth: mail.login, requireTLS: true } : {}),
        },
        settings: { defaultFrom: mail.from, defaultReplyTo: mail.from },
      },
    },
  };
};
