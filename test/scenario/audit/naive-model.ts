// A second opinion on who could look, who did and who was refused: a few lists and loops that import nothing of the product.

export type Scope = 'status' | 'results';
export type Person = string;

/** One thing that somebody does. `consent` counts the requests made so far from 0; `guardian: true` views through the child's guardianship instead. */
export type Act =
  | { readonly do: 'ask'; readonly by: Person; readonly scope: Scope; readonly purpose: string; readonly minutes: number }
  | { readonly do: 'open' | 'decline' | 'revoke' | 'relinquish'; readonly by: Person; readonly consent: number }
  | { readonly do: 'grant'; readonly by: Person; readonly consent: number; readonly scope: Scope }
  | { readonly do: 'view'; readonly by: Person; readonly consent: number; readonly scope: Scope; readonly purpose: string }
  | { readonly do: 'view-child'; readonly by: Person; readonly scope: Scope; readonly purpose: string }
  | { readonly do: 'suspend' | 'reinstate' }
  | { readonly do: 'wait'; readonly minutes: number };

type Asked = { readonly viewer: Person; readonly scope: Scope; readonly purpose: string; readonly until: number; readonly codeUntil: number };
type Consent = Asked & { subject?: Person; granted?: { readonly scope: Scope; readonly at: number }; declined: boolean; endedAt?: number };

/** Somebody who could look at an instant. */
export type Could = { readonly viewer: Person; readonly scope: Scope; readonly answer: 'yes' | 'as-age-allows' };

/** A look, or a refused one. */
export type Look = { readonly viewer: Person; readonly subject: Person | undefined; readonly scope: Scope; readonly at: number };

const MINUTE = 60_000;
const wider = (asked: Scope, granted: Scope): boolean => asked === 'results' && granted === 'status';

/** Plays acts and says which status each must have been answered with. */
export class NaiveModel {
  readonly consents: Consent[] = [];
  readonly looks: Look[] = [];
  readonly refusals: Look[] = [];
  private readonly suspensions: { readonly from: number; until?: number }[] = [];

  constructor(
    public now: number,
    private readonly guardian: Person,
    private readonly child: Person,
  ) {}

  play(act: Act): number {
    if ('consent' in act) return this.onConsent(act);
    if (act.do === 'ask') return this.ask(act);
    if (act.do === 'view-child') return this.viewChild(act);
    if (act.do !== 'wait') return this.mark(act.do);
    this.now += act.minutes * MINUTE;
    return 0;
  }

  /** Who could look at `subject` at `at`. */
  could(subject: Person, at: number): readonly Could[] {
    const live = this.consents.filter((c) => c.subject === subject && c.granted !== undefined && c.granted.at <= at && at < c.until && !(c.endedAt !== undefined && c.endedAt <= at));
    const byConsent = live.map(({ viewer, granted, scope }) => ({ viewer, scope: granted?.scope ?? scope, answer: 'yes' as const }));
    const byLaw = subject === this.child && !this.suspendedAt(at) ? [{ viewer: this.guardian, scope: 'results' as const, answer: 'as-age-allows' as const }] : [];
    return [...byConsent, ...byLaw];
  }

  private readonly suspendedAt = (at: number): boolean => this.suspensions.some(({ from, until }) => from <= at && (until === undefined || at < until));

  private ask({ by, scope, purpose, minutes }: Extract<Act, { do: 'ask' }>): number {
    this.consents.push({ viewer: by, scope, purpose, until: this.now + minutes * MINUTE, codeUntil: this.now + 30 * MINUTE, declined: false });
    return 201;
  }

  private mark(what: 'suspend' | 'reinstate'): number {
    const open = this.suspensions.find(({ until }) => until === undefined);
    if (what === 'suspend' && open === undefined) this.suspensions.push({ from: this.now });
    if (what === 'reinstate' && open !== undefined) open.until = this.now;
    return 200;
  }

  private viewChild({ by, scope, purpose }: Extract<Act, { do: 'view-child' }>): number {
    const look = { viewer: by, subject: this.child, scope, at: this.now };
    const status = by !== this.guardian ? 404 : purpose !== 'FAMRQT' ? 403 : this.suspendedAt(this.now) ? 404 : 200;
    (status === 200 ? this.looks : this.refusals).push(look);
    return status;
  }

  private onConsent(act: Extract<Act, { consent: number }>): number {
    const consent = this.consents[act.consent];
    if (consent === undefined) return 404;
    switch (act.do) {
      case 'open':
        return this.open(act.by, consent);
      case 'grant':
        return this.grant(act.by, act.scope, consent);
      case 'decline':
        return this.decline(act.by, consent);
      case 'revoke':
        return act.by === consent.subject ? this.end(consent) : 404;
      case 'relinquish':
        return act.by === consent.viewer ? this.end(consent) : 404;
      case 'view':
        return this.view(act, consent);
    }
  }

  private open(by: Person, consent: Consent): number {
    if (this.now >= consent.codeUntil || consent.granted !== undefined || consent.declined) return 404;
    if (consent.subject !== undefined) return consent.subject === by ? 200 : 404;
    if (by === consent.viewer) return 404;
    consent.subject = by;
    return 200;
  }

  private grant(by: Person, scope: Scope, consent: Consent): number {
    if (by !== consent.subject) return 404;
    if (consent.declined || consent.endedAt !== undefined) return 409;
    if (consent.granted !== undefined) return 200;
    if (wider(scope, consent.scope) || consent.until - this.now < 5 * MINUTE) return 422;
    consent.granted = { scope, at: this.now };
    return 200;
  }

  private decline(by: Person, consent: Consent): number {
    if (by !== consent.subject) return 404;
    if (consent.granted !== undefined) return 409;
    consent.declined = true;
    return 200;
  }

  private end(consent: Consent): number {
    if (consent.granted === undefined) return 409;
    consent.endedAt ??= this.now;
    return 200;
  }

  private view({ by, scope, purpose }: Extract<Act, { do: 'view' }>, consent: Consent): number {
    const status = this.judge(by, scope, purpose, consent);
    (status === 200 ? this.looks : this.refusals).push({ viewer: by, subject: consent.subject, scope, at: this.now });
    return status;
  }

  private judge(by: Person, scope: Scope, purpose: string, { viewer, granted, until, endedAt, purpose: why }: Consent): number {
    if (by !== viewer || granted === undefined) return 404;
    if (wider(scope, granted.scope) || purpose !== why || this.now >= until) return 403;
    return endedAt === undefined ? 200 : 404;
  }
}
