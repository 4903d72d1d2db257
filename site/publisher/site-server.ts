import compression from 'compression';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { constants } from 'node:zlib';
import send from 'send';
import { assetPool } from './asset-pool.ts';
import { parseRedirects } from './checks/check-site.ts';
import { canonicalAddress, fileOfAddress } from './site-address.ts';
import { setResponseHeaders } from './response-headers.ts';

const compress = compression({
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  // Scripts are split into small files, which halve as well; below this the headers eat the gain.
  threshold: 256,
  // A part of a file is a part of its plain bytes.
  filter: (request, response) =>
    request.headers.range === undefined && compression.filter(request, response),
});

/**
 * Serves the live release. Paths are resolved through the `current` link for each request, so a
 * switch takes effect at once; an asset of an earlier release still comes from the pool.
 */
export function createSiteServer(releasesDir: string, cmsPublicUrl: string): Server {
  const site = new LiveSite(releasesDir, cmsPublicUrl);
  return createServer((request, response) => {
    compress(request, response, () => {
      site.answer(request, response);
    });
  });
}

class LiveSite {
  readonly #link: string;
  readonly #pool: string;
  readonly #cmsPublicUrl: string;
  #redirects = { stamp: '', byPath: new Map<string, string>() };

  constructor(releasesDir: string, cmsPublicUrl: string) {
    this.#cmsPublicUrl = cmsPublicUrl;
    this.#link = path.join(releasesDir, 'current');
    this.#pool = assetPool(releasesDir);
  }

  /** The release itself: a switch between two looks at a file must not mix two of them. */
  get #root(): string {
    try {
      return realpathSync(this.#link);
    } catch {
      return this.#link;
    }
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const address = canonicalAddress(request.url ?? '/');
    const asked = address.kind === 'page' ? address.path : '/';
    setResponseHeaders(response, asked, this.#cmsPublicUrl);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET and HEAD can be used here.');
    } else if (address.kind === 'invalid') {
      refuse(response, 400, 'This address cannot be read.');
    } else if (!existsSync(this.#root)) {
      response.setHeader('Retry-After', '5');
      refuse(response, 503, 'The site is being built for the first time. Try again in a minute.');
    } else if (address.kind === 'moved') {
      redirect(response, address.to);
    } else {
      this.#sendFile(request, response, address.path);
    }
  }

  #sendFile(request: IncomingMessage, response: ServerResponse, address: string): void {
    const file = fileOfAddress(address);
    // Whoever asks for it by name gets it as everybody else does: with its status.
    if (/^([a-z]+\/)?404\.html$/.test(file)) {
      this.#sendNotFound(request, response, address);
      return;
    }
    sendFrom(this.#root, file, request, response, () => {
      if (!file.startsWith('_astro/')) {
        this.#sendElsewhere(request, response, address);
        return;
      }
      sendFrom(this.#pool, file, request, response, () => {
        this.#sendElsewhere(request, response, address);
      });
    });
  }

  /** A redirect never stands in the way of a page, so it is asked after the files. */
  #sendElsewhere(request: IncomingMessage, response: ServerResponse, address: string): void {
    const to = this.#readRedirects().get(address);
    if (to) {
      redirect(response, to);
      return;
    }
    this.#sendNotFound(request, response, address);
  }

  #sendNotFound(request: IncomingMessage, response: ServerResponse, address: string): void {
    response.statusCode = 404;
    response.setHeader('Cache-Control', 'no-cache');
    const own = `${address.split('/')[1] ?? ''}/404.html`;
    const page = existsSync(path.join(this.#root, own)) ? own : '404.html';
    delete request.headers.range;
    sendFrom(this.#root, page, request, response, () => {
      refuse(response, 404, 'Not found.');
    });
  }

  #readRedirects(): ReadonlyMap<string, string> {
    const file = path.join(this.#root, 'redirects.json');
    const stats = statSync(file, { throwIfNoEntry: false });
    const stamp = stats ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : '';
    if (stamp !== this.#redirects.stamp) {
      const list = stats ? parseRedirects(readFileSync(file, 'utf8')) : [];
      this.#redirects = { stamp, byPath: new Map(list.map(({ from, to }) => [from, to])) };
    }
    return this.#redirects.byPath;
  }
}

function sendFrom(
  root: string,
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
  onMissing: () => void,
): void {
  send(request, encodeURI(file).replace(/[?#]/g, encodeURIComponent), {
    root,
    dotfiles: 'ignore',
    index: false,
    cacheControl: false,
  })
    .on('error', (error: Error & { status?: number }) => {
      if (response.headersSent) response.destroy();
      else if (error.status === 404 && response.statusCode !== 404) onMissing();
      else refuse(response, error.status ?? 500, 'This file cannot be sent.');
    })
    .on('directory', onMissing)
    .pipe(response);
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to, 'Cache-Control': 'no-cache' });
  response.end();
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(`${sentence}\n`);
}
