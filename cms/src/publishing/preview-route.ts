import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Settings } from '../../config/settings';
import { isLinkGood } from './preview-link';
import { readPublisher } from './publisher-client';

const TIMEOUT_MS = 15_000;

const querySchema = z.object({
  type: z.string(),
  documentId: z.string(),
  locale: z.string(),
  expires: z.string(),
  signature: z.string(),
});
const refusalSchema = z.object({ error: z.string() });

/**
 * Shows an editor a draft in the templates of the site. The admin frames it, so it is a page of this
 * origin; whoever has the link may see it for ten minutes, as a frame cannot sign in.
 */
export function addPreviewRoute(strapi: Core.Strapi): void {
  const preview: Core.ControllerHandler = async (ctx) => {
    const { secrets, siteUrl }: Settings = strapi.config.get('settings');
    const query = querySchema.safeParse(ctx.query);
    ctx.set('cache-control', 'no-store');
    ctx.set('x-robots-tag', 'noindex');
    ctx.set('x-frame-options', 'SAMEORIGIN');
    ctx.set('referrer-policy', 'no-referrer');
    ctx.type = 'text/html; charset=utf-8';
    const { publish } = secrets;
    if (!query.success || !publish || !isLinkGood(publish, query.data, query.data, Date.now())) {
      tell(ctx, 403, 'This link has run out. Close the preview and open it again.');
      return;
    }
    const { type, documentId, locale } = query.data;
    const answer = await readPublisher(strapi)
      ?.post('/preview', { type, documentId, locale }, TIMEOUT_MS)
      .catch(() => undefined);
    if (!answer) {
      tell(ctx, 503, 'The publisher does not answer, so there is no preview. Try again soon.');
    } else if (answer.ok) {
      ctx.set('content-security-policy', policyFor(siteUrl));
      ctx.body = await answer.text();
    } else {
      const said = refusalSchema.safeParse(await answer.json().catch(() => null));
      tell(ctx, 422, said.success ? said.data.error : 'The draft cannot be shown.');
    }
  };
  strapi.server.routes({
    type: 'content-api',
    prefix: '/publishing',
    routes: [
      {
        method: 'GET',
        path: '/preview',
        handler: preview,
        info: { type: 'content-api' },
        config: { auth: false },
      },
    ],
  });
}

/** All is the site's, but the draft's own pictures, which lie here; nothing is sent anywhere. */
function policyFor(siteUrl: string): string {
  const { origin } = new URL(siteUrl);
  return [
    "default-src 'none'",
    `script-src ${origin}`,
    `style-src ${origin}`,
    `img-src 'self' ${origin} data:`,
    `font-src ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

function tell(ctx: Parameters<Core.ControllerHandler>[0], status: number, text: string): void {
  const escaped = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  ctx.status = status;
  ctx.set('content-security-policy', "default-src 'none'; frame-ancestors 'self'");
  ctx.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title><p>${escaped}</p></html>`;
}
