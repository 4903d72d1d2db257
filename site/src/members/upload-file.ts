import { asMember } from './ask.ts';
import { RequestFailed } from './request-failed.ts';
import { cmsAddress } from './request.ts';
import { parseJson } from './unknown.ts';

type Progress = (part: number) => void;

/**
 * Sends a form with a file as the member, and tells how far it got; under one key it is taken once.
 * Throws RequestFailed.
 */
export function uploadFile(
  path: string,
  form: FormData,
  key: string,
  onProgress: Progress,
): Promise<unknown> {
  return asMember((token) => sendForm(path, form, { token, key }, onProgress));
}

/** By the older interface, for the newer one does not tell how far it got. */
function sendForm(
  path: string,
  form: FormData,
  { token, key }: { token: string; key: string },
  onProgress: Progress,
) {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const request = new XMLHttpRequest();
  request.open('POST', cmsAddress() + path);
  request.setRequestHeader('Accept', 'application/json');
  request.setRequestHeader('Authorization', `Bearer ${token}`);
  request.setRequestHeader('Idempotency-Key', key);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    onProgress(total === 0 ? 0 : loaded / total);
  });
  request.addEventListener('load', () => {
    const body = parseJson(request.responseText);
    if (request.status < 300) resolve(body);
    else {
      const wait = Number(request.getResponseHeader('Retry-After'));
      reject(new RequestFailed(request.status, body, wait > 0 ? wait : null));
    }
  });
  request.addEventListener('error', () => reject(new RequestFailed(0, null, null)));
  request.send(form);
  return promise;
}
