import { createHmac, timingSafeEqual } from 'node:crypto';

const WINDOW_MS = 5 * 60 * 1000;

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** What the publisher expects of a notice: hex HMAC-SHA256 of `timestamp.rawBody`. */
export function signNotice(secret: string, timestamp: string, rawBody: string): string {
  return hmac(secret, `${timestamp}.${rawBody}`);
}

export interface SignedRequest {
  /** Milliseconds since 1970. */
  timestamp: string;
  method: string;
  /** With the query, as it was sent. */
  path: string;
  rawBody: string;
}

/** What the CMS expects of the publisher: hex HMAC-SHA256 of `timestamp.METHOD.path?query.rawBody`. */
export function signRequest(secret: string, request: SignedRequest): string {
  const { timestamp, method, path, rawBody } = request;
  return hmac(secret, `${timestamp}.${method.toUpperCase()}.${path}.${rawBody}`);
}

/** Whether a request was signed with the secret, less than five minutes from now. */
export function isSigned(
  secret: string,
  request: SignedRequest,
  signature: string,
  now: number,
): boolean {
  const wanted = Buffer.from(signRequest(secret, request));
  const given = Buffer.from(signature.toLowerCase());
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return false;
  return /^\d{1,16}$/.test(request.timestamp)
    ? Math.abs(now - Number(request.timestamp)) <= WINDOW_MS
    : false;
}
