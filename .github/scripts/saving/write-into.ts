import { once } from 'node:events';
import type { Extract, Pack } from 'tar-stream';

type Target = Extract | ReturnType<Pack['entry']>;

/** Writes all of it into a stream of the library for archives, which is not one of Node's. */
export async function writeInto(target: Target, bytes: AsyncIterable<Buffer>): Promise<void> {
  const closed = Promise.withResolvers<never>();
  closed.promise.catch(() => undefined);
  target.once('close', () => {
    closed.reject(new Error('The archive ends too early.'));
  });
  try {
    for await (const chunk of bytes) {
      if (!target.write(chunk)) await Promise.race([once(target, 'drain'), closed.promise]);
    }
    target.end(null);
  } catch (error) {
    target.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
