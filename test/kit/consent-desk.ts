import {
  ConsentCodes,
  ConsentEnds,
  DeclineConsent,
  DeclineConsentHandler,
  GrantConsent,
  GrantConsentHandler,
  HeldConsents,
  OpenCode,
  OpenCodeHandler,
  RelinquishConsent,
  RelinquishConsentHandler,
  RequestConsent,
  RequestConsentHandler,
  RevokeConsent,
  RevokeConsentHandler,
} from '../../libs/application/consent/index.js';
import { Cursors } from '../../libs/application/cursor.js';
import { Names } from '../../libs/application/names.js';
import { People } from '../../libs/application/people/people.js';
import { CommandRequest } from '../../libs/application/request.js';
import type { Terms } from '../../libs/domain/consent/index.js';
import { AccountId, type CitizenId, type ConsentId, DAY, plus } from '../../libs/kernel/index.js';
import { logEndOf } from './in-time.js';
import type { Viewing } from './viewing.js';
import { daughter, mother } from './viewing.js';

/** The consent use cases beside a process that serves views. A key used again is a retry. */
export class ConsentDesk {
  readonly names: Names;
  private readonly codes: ConsentCodes;
  private readonly people: People;
  private readonly cursors: Cursors;
  private readonly ends: ConsentEnds;

  constructor(private readonly viewing: Viewing) {
    this.names = new Names(viewing.index);
    this.codes = new ConsentCodes(viewing.index);
    this.people = new People(viewing.ledger);
    this.cursors = new Cursors(viewing.index);
    this.ends = new ConsentEnds(viewing.ledger, viewing.clock, this.cursors);
    viewing.readModels.heldConsents = async () => 0;
  }

  /** For seven days, unless told otherwise. */
  terms(changes: Partial<Terms> = {}): Terms {
    return { scope: 'results', purpose: 'FAMRQT', until: plus(this.viewing.clock.now(), 7 * DAY), ...changes };
  }

  ask(terms = this.terms(), key = 'ask', viewer: CitizenId = daughter) {
    const { ledger, clock, readModels } = this.viewing;
    const held = new HeldConsents(readModels, clock, logEndOf(this.viewing));
    return new RequestConsentHandler(ledger, clock, held, this.codes, this.cursors).execute(new RequestConsent(this.request(viewer, key, JSON.stringify(terms)), viewer, terms, 'Mum'));
  }

  open(code: string, opener: CitizenId = mother, key = 'open') {
    const { ledger, clock } = this.viewing;
    return new OpenCodeHandler(ledger, clock, this.codes, this.people, this.cursors).execute(new OpenCode(this.request(opener, key, code), opener, code));
  }

  grant(consent: ConsentId, terms = this.terms(), by: CitizenId = mother, key = 'grant') {
    const { ledger, clock } = this.viewing;
    return new GrantConsentHandler(ledger, clock, this.people, this.names, this.cursors).execute(new GrantConsent(this.request(by, key, JSON.stringify(terms)), consent, by, terms));
  }

  decline(consent: ConsentId, by: CitizenId = mother) {
    return new DeclineConsentHandler(this.ends).execute(new DeclineConsent(this.request(by, 'decline'), consent, by));
  }

  revoke(consent: ConsentId, by: CitizenId = mother, key = 'revoke') {
    return new RevokeConsentHandler(this.ends).execute(new RevokeConsent(this.request(by, key), consent, by));
  }

  relinquish(consent: ConsentId, by: CitizenId = daughter) {
    return new RelinquishConsentHandler(this.ends).execute(new RelinquishConsent(this.request(by, 'relinquish'), consent, by));
  }

  /** A request that was asked and whose code was opened. */
  async opened(opener: CitizenId = mother, terms = this.terms()): Promise<ConsentId> {
    const asked = await this.ask(terms);
    if (asked.kind === 'refused') throw new Error(asked.code);
    await this.open(asked.value.code, opener);
    return asked.value.consent;
  }

  private request(citizen: CitizenId, key: string, body = ''): CommandRequest {
    const actor = { account: AccountId(citizen), assurance: 'al2', citizen, duty: undefined } as const;
    return new CommandRequest(actor, this.viewing.clock.now(), this.viewing.index, [citizen, 'route', key], [body]);
  }
}
