import { HTTP_STATUS, type ProblemCode } from './http-status.js';

/** RFC 9457. `code` is closed, `field` names what is wrong (dotted), and nothing in it is a value that was sent. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly [member: string]: unknown;
}

/** What a "no" says besides its code: members of the body, and headers. */
export interface ProblemExtras {
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A "no" on its way out. The same code gives the same bytes, whatever the cause: no path, id or time is in them. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
    this.name = 'Problem';
  }

  get status(): number {
    return HTTP_STATUS[this.code];
  }

  get body(): ProblemBody {
    return { type: `urn:xinma:problem:${this.code}`, title: title(this.code), status: this.status, code: this.code, ...this.extras.members };
  }

  get headers(): Readonly<Record<string, string>> {
    return this.status === 503 ? { 'retry-after': '1', ...this.extras.headers } : { ...this.extras.headers };
  }
}

/** A problem that names a field. */
export const problemAt = (code: ProblemCode, field: string): Problem => new Problem(code, { members: { field } });

/** `code-expired` reads "Code expired". */
const title = (code: ProblemCode): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;
