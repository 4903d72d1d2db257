import { keepPart } from '../src/requests/kept-parts';
import { nameOfArriving } from '../src/requests/left-files';
import readSettings from './settings';

const MEGABYTE = 1024 * 1024;

export default () => {
  const { siteUrl, publicUrl } = readSettings();
  // A browser that was told once to use TLS only would not come back to an address without it.
  const hsts = publicUrl.startsWith('https://') ? {} : { hsts: false };
  return [
    { resolve: './src/requests/log-requests' },
    'strapi::errors',
    { resolve: './src/requests/known-methods' },
    { name: 'strapi::security', config: { frameguard: { action: 'deny' }, ...hsts } },
    { resolve: './src/requests/origins' },
    {
      name: 'strapi::cors',
      config: {
        origin: [siteUrl],
        credentials: true,
        maxAge: 600,
        headers: ['Content-Type', 'Authorization', 'Accept', 'Idempotency-Key'],
        expose: ['Retry-After'],
      },
    },
    // Before the bodies: who may not ask is answered before anything is parsed.
    { resolve: './src/graphql/guard' },
    'strapi::query',
    { resolve: './src/requests/unusable-values' },
    { resolve: './src/requests/unreadable-bodies' },
    {
      name: 'strapi::body',
      config: {
        jsonLimit: '1mb',
        formLimit: '10kb',
        textLimit: '10kb',
        // A member confirms with the password that the account is to be deleted.
        parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
        // The publisher signs the bytes that it sends.
        includeUnparsed: true,
        formidable: {
          maxFileSize: 10 * MEGABYTE,
          maxFields: 20,
          filter: keepPart,
          filename: nameOfArriving,
        },
      },
    },
    { resolve: './src/requests/raw-body' },
    { resolve: './src/requests/arrived-files' },
    { resolve: './src/requests/unstorable-text' },
    { resolve: './src/requests/secret-questions' },
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ];
};
