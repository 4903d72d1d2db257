import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { NoticeGuard } from './notice.ts';
import { PreviewError, type PreviewRequest, previewRequest } from './preview/preview.ts';
import type { PublishRequest } from './publisher.ts';
import type { PublisherStatus } from './status.ts';

const maxBodyBytes = 16 * 1024;
const chunkSchema = z.instanceof(Buffer);
const bodySchema = z.object({
  clean: z.boolean().default(false),
  /** Something changed: look soon, but publish nothing else and keep a pin. */
  hint: z.boolean().default(false),
});

const signedPaths = ['/publish', '/resume', '/rollback', '/preview'] as const;
type SignedPath = (typeof signedPaths)[number];
const isSigned = (path: string | undefined): path is SignedPath =>
  signedPaths.some((each) => each === path);

export interface ControlOptions {
  status: () => PublisherStatus;
  guard: NoticeGuard;
  /** Called after an accepted notice. */
  onPublish: (request: PublishRequest) => void;
  /** Called when somebody says that something changed. */
  onHint: () => void;
  /** Goes back one release and answers its id. */
  onRollback: () => Promise<string>;
  /** Renders the page of a draft; throws PreviewError. */
  onPreview: (request: PreviewRequest) => Promise<string>;
}

/** `GET /status`, and signed: `POST /publish`, `POST /rollback`, `POST /resume`, `POST /preview`. */
export function createControlServer(options: ControlOptions): Server {
  return createServer({ requestTimeout: 10_000 }, (request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, { error: error instanceof Error ? error.message : String(error) });
    });
  });
}

async function answer(
  options: ControlOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = (request.url ?? '').split('?');
  if (path === '/status') {
    if (!allows(request, response, ['GET', 'HEAD'])) return;
    send(response, 200, options.status());
  } else if (isSigned(path)) {
    if (!allows(request, response, ['POST'])) return;
    await takeNotice(options, path, request, response);
  } else {
    send(response, 404, {
      error: 'There are GET /status, POST /publish, /rollback, /resume and /preview.',
    });
  }
}

async function takeNotice(
  options: ControlOptions,
  path: SignedPath,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const rawBody = await readBody(request);
  if (rawBody === null) {
    response.setHeader('Connection', 'close');
    send(response, 413, { error: `A notice has at most ${maxBodyBytes} bytes.` });
    return;
  }
  const notice = {
    signature: headerOf(request, 'x-see-signature'),
    timestamp: headerOf(request, 'x-see-timestamp'),
    rawBody,
  };
  const refusal = options.guard.refusalOf(notice, new Date());
  if (refusal) {
    send(response, 401, { error: refusal });
    return;
  }
  if (path === '/preview') {
    await sendPreview(options, rawBody, response);
    return;
  }
  const { clean, hint } = readRequest(rawBody);
  if (path === '/rollback') await options.onRollback();
  else if (hint) options.onHint();
  else options.onPublish({ clean });
  send(response, 202, options.status());
}

async function sendPreview(
  options: ControlOptions,
  rawBody: Buffer,
  response: ServerResponse,
): Promise<void> {
  try {
    const html = await options.onPreview(previewRequest.parse(readJson(rawBody)));
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    });
    response.end(html);
  } catch (error) {
    const isKnown = error instanceof PreviewError || error instanceof z.ZodError;
    send(response, isKnown ? 422 : 500, {
      error: error instanceof Error ? error.message : String(error),
    });
  }
}

function readJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return null;
  }
}

/** The body may be anything a signed notice carries; only what is known of it is looked at. */
function readRequest(rawBody: Buffer): z.infer<typeof bodySchema> {
  try {
    return bodySchema.parse(JSON.parse(rawBody.toString('utf8')));
  } catch {
    return { clean: false, hint: false };
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early must not destroy the connection: the refusal still has to be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunkSchema.parse(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function allows(request: IncomingMessage, response: ServerResponse, methods: string[]): boolean {
  if (methods.includes(request.method ?? '')) return true;
  response.setHeader('Allow', methods.join(', '));
  send(response, 405, { error: `Only ${methods.join(' and ')} can be used here.` });
  return false;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${JSON.stringify(body)}\n`);
}
