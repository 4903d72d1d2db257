import type { Core } from '@strapi/strapi';
import type { Settings } from '../../config/settings';
import { signNotice } from './signature';

/** The publisher, as far as this CMS knows it. */
export interface Publisher {
  /** Sends a signed notice. Throws when the publisher cannot be reached in time. */
  post: (path: string, body: object, timeoutMs: number) => Promise<Response>;
  get: (path: string, timeoutMs: number) => Promise<Response>;
}

/** Undefined when the settings name no publisher or no secret to speak with. */
export function readPublisher(strapi: Core.Strapi): Publisher | undefined {
  const settings: Settings = strapi.config.get('settings');
  const { publisherUrl, secrets } = settings;
  const secret = secrets.publish;
  if (publisherUrl === undefined || secret === undefined) return undefined;
  return {
    post: (path, body, timeoutMs) => {
      const rawBody = JSON.stringify(body);
      const timestamp = String(Date.now());
      return fetch(publisherUrl + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-see-timestamp': timestamp,
          'x-see-signature': signNotice(secret, timestamp, rawBody),
        },
        body: rawBody,
        signal: AbortSignal.timeout(timeoutMs),
      });
    },
    get: (path, timeoutMs) =>
      fetch(publisherUrl + path, { signal: AbortSignal.timeout(timeoutMs) }),
  };
}
