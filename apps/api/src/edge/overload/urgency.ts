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

  /** Remembers a route; those that are like any other need not be. */
  declare(method: string, path: string, urgency: Urgency): void {
    if (urgency === 'ordinary') return;
    const address = `${method} ${path}`;
    if (path.includes(':')) this.patterned.push({ form: new RegExp(`^${address.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`), urgency });
    else this.exact.set(address, urgency);
  }

  /** Of whatever is asked for; what nobody declared is ordinary. */
  of({ method = '', url = '' }: IncomingMessage): Urgency {
    const end = url.indexOf('?');
    const address = `${method} ${end < 0 ? url : url.slice(0, end)}`;
    return this.exact.get(address) ?? this.patterned.find(({ form }) => form.test(address))?.urgency ?? 'ordinary';
  }
}
