import type { IncomingMessage } from 'node:http';

/**
 * Who goes first when not everybody can be answered. `protective` ends, suspends or takes back what somebody may see: it never waits for others. `probe` asks whether
 * the process is well. `lengthy` waits for machines elsewhere or goes on for long, and must not fill the room of the `ordinary`.
 */
export type Urgency = 'protective' | 'probe' | 'lengthy' | 'ordinary';

/** Stands for the last part of a path that is a parameter: no path has it, for it has a slash. */
const WHATEVER = '/';

/** What is known of each route before it is looked for: a look at its method and address. */
export class Urgencies {
  private readonly exact = new Map<string, Urgency>();
  /** By the last part of the path, for each request is looked at: few of the many that are refused in a surge end like one of these. */
  private readonly patterned = new Map<string, { readonly form: RegExp; readonly urgency: Urgency }[]>();
  private readonly forms: string[] = [];
  /** Of what it passes over nothing need be looked up: that makes strings and hashes them, which costs a tenth of a refusal. */
  private worthALook = /[%#]/;

  /** Remembers a route; those that are like any other need not be. */
  declare(method: string, path: string, urgency: Urgency): void {
    if (urgency === 'ordinary') return;
    const pattern = path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+');
    this.forms.push(pattern);
    this.worthALook = new RegExp(`^(?:${this.forms.join('|')})(?:[?]|$)|^[^/]|[%#]`);
    const address = `${method} ${path}`;
    if (!path.includes(':')) {
      this.exact.set(address, urgency);
      return;
    }
    const form = new RegExp(`^${method} ${pattern}$`);
    const last = lastOf(path);
    const end = last.startsWith(':') ? WHATEVER : last;
    this.patterned.set(end, [...(this.patterned.get(end) ?? []), { form, urgency }]);
  }

  /** Of whatever is asked for; what nobody declared is ordinary. */
  of({ method = '', url = '' }: IncomingMessage): Urgency {
    return this.worthALook.test(url) ? this.known(method, url) : 'ordinary';
  }

  private known(method: string, url: string): Urgency {
    const address = `${method} ${url.startsWith('/') && !/[%#]/.test(url) ? withoutQuery(url) : pathOf(url)}`;
    return this.exact.get(address) ?? this.among(lastOf(address), address) ?? this.among(WHATEVER, address) ?? 'ordinary';
  }

  private among(end: string, address: string): Urgency | undefined {
    return this.patterned.get(end)?.find(({ form }) => form.test(address))?.urgency;
  }
}

function withoutQuery(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

/** The path as the router takes it: behind a host, where one is named, up to a query or a fragment, and decoded. Another spelling is served alike, and so it goes first alike. */
function pathOf(url: string): string {
  const [path = ''] = url.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '').split(/[?#]/, 1);
  try {
    return decodeURI(path);
  } catch {
    // Nothing that is served.
    return path;
  }
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
