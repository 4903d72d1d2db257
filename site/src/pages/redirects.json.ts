import type { APIRoute } from 'astro';
import { openSnapshot } from '../snapshot/open.ts';
import { listRedirects } from '../views/redirects.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(listRedirects(openSnapshot()), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
