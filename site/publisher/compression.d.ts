declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Options {
    brotli?: { params: Record<number, number> };
    /** Bytes from which a body is compressed. */
    threshold?: number;
    filter?: (request: IncomingMessage, response: ServerResponse) => boolean;
  }

  /** Works with Node's own server; the published types would bring a web framework along. */
  function compression(
    options?: Options,
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  namespace compression {
    const filter: (request: IncomingMessage, response: ServerResponse) => boolean;
  }

  export default compression;
}
