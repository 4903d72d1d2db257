import readSettings from './settings';

const MEGABYTE = 1024 * 1024;

export default () => {
  const { siteUrl } = readSettings();
  return [
    'strapi::logger',
    'strapi::errors',
    { name: 'strapi::security', config: { frameguard: { action: 'deny' } } },
    {
      name: 'strapi::cors',
      config: { origin: [siteUrl], credentials: true, maxAge: 600 },
    },
    // Before the bodies: who may not ask is answered before anything is parsed.
    { resolve: './src/graphql/guard' },
    'strapi::query',
    { resolve: './src/requests/unreadable-bodies' },
    {
      name: 'strapi::body',
      config: {
        jsonLimit: '1mb',
        formLimit: '10kb',
        textLimit: '10kb',
        // The publisher signs the bytes that it sends.
        includeUnparsed: true,
        formidable: { maxFileSize: 10 * MEGABYTE, maxFiles: 5, maxFields: 20 },
      },
    },
    { resolve: './src/publishing/raw-body' },
    { resolve: './src/requests/arrived-files' },
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ];
};
