import type { IncomingMessage } from 'node:http';

/**
 * Who goes first when not everybody can be answered. `protective` ends, suspends or takes back what somebody may see: it never waits for others. `probe` asks whether
 * the process is well. `lengthy` waits for machines elsewhere or goes on for long, and must not fill the room of the `ordinary`.
 */
export type Urgency = 'protective' | 'probe' | 'lengthy' | 'ordinary';

/** What is known of each route before it is looked for: a look at its method and address. */
export class Urgencies {
  private readonly exact = new Map<string, Urgency>();
  private readonly patterned: { readonly form: RegExp; readonly urgency: Urgency }[] = [];
  private readonly forms: string[] = [];
  /** Of what it passes over nothing is looked up: that would make strings and hash them, for each of the many that are refused in a surge. */
  private worthALook = /[%#]/;

  /** Remembers a route; those that are like any other need not be. */
  declare(method: string, path: string, urgency: Urgency): void {
    if (urgency === 'ordinary') return;
    const form = path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+');
    this.forms.push(form);
    this.worthALook = new RegExp(`^(?:${this.forms.join('|')})(?:[?]|$)|^[^/]|[%#]`);
    if (path.includes(':')) this.patterned.push({ form: new RegExp(`^${method} ${form}$`), urgency });
    else this.exact.set(`${method} ${path}`, urgency);
  }

  /** Of whatever is asked for; what nobody declared is ordinary. */
  of({ method = '', url = '' }: IncomingMessage): Urgency {
    return this.worthALook.test(url) ? this.known(method, url) : 'ordinary';
  }

  private known(method: string, url: string): Urgency {
    const address = `${method} ${url.startsWith('/') && !/[%#]/.test(url) ? withoutQuery(url) : pathOf(url)}`;
    return this.exact.get(address) ?? this.patterned.find(({ form }) => form.test(address))?.urgency ?? 'ordinary';
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
