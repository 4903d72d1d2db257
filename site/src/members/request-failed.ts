import { fieldsOf, listOf, pathOf, textOf } from './unknown.ts';

/** What the CMS says of one field; `path` is that of the field, with numbers for places in lists. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** A request that did not do what was asked: the network failed, or the CMS refused. */
export class RequestFailed extends Error {
  /** 0 where no answer came. */
  readonly status: number;
  readonly faults: readonly FieldFault[];
  /** Seconds to wait, where the CMS says so. */
  readonly retryAfter: number | null;

  constructor(status: number, body: unknown, retryAfter: number | null, options?: ErrorOptions) {
    const error = fieldsOf(fieldsOf(body).error);
    super(textOf(error.message) || `The request was answered with ${status}.`, options);
    this.name = 'RequestFailed';
    this.status = status;
    this.retryAfter = retryAfter;
    this.faults = listOf(fieldsOf(error.details).errors).map((each) => {
      const { path, message } = fieldsOf(each);
      return { path: pathOf(path), message: textOf(message) };
    });
  }

  /** True where asking again later may help: no answer, too often, or a fault of the CMS. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** A failure that is told in the page's language already. */
export class SaidFailure extends Error {
  override name = 'SaidFailure';
}
