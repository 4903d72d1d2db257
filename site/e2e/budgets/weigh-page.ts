import type { Page, Request } from '@playwright/test';

export interface Weight {
  /** Compressed bodies and how many there are, without images and fonts. */
  bytes: number;
  requests: number;
  /** Compressed bytes of scripts among them. */
  script: number;
  /** The scripts by their address, with their compressed bytes. */
  scripts: Record<string, number>;
  /** Bytes of typefaces by file name without its hash. */
  fonts: Record<string, number>;
}

/** What the network carries until the page has settled, for a reader who was never here before. */
export async function weighPage(page: Page, address: string): Promise<Weight> {
  const finished: Request[] = [];
  const keep = (request: Request) => finished.push(request);
  page.on('requestfinished', keep);
  await page.goto(address, { waitUntil: 'networkidle' });
  page.off('requestfinished', keep);
  const weight: Weight = { bytes: 0, requests: 0, script: 0, scripts: {}, fonts: {} };
  for (const request of finished) {
    const { responseBodySize } = await request.sizes();
    const type = (await request.response())?.headers()['content-type'] ?? '';
    if (type.startsWith('font/')) weight.fonts[fontName(request.url())] = responseBodySize;
    if (/^(font|image)\//.test(type)) continue;
    weight.requests += 1;
    weight.bytes += responseBodySize;
    if (request.resourceType() !== 'script') continue;
    weight.script += responseBodySize;
    weight.scripts[request.url()] = responseBodySize;
  }
  return weight;
}

/** `/_astro/literata-greek.Bx81.woff2` → `literata-greek` */
function fontName(url: string): string {
  return new URL(url).pathname.split('/').at(-1)?.split('.')[0] ?? url;
}
