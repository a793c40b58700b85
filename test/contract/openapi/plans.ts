import { DAY } from '../../../libs/kernel/index.js';
import type { Assurance } from '../../../libs/application/request.js';
import { CLAIMANT, Claims } from '../../permission/given/claims.js';
import { Consents, SUBJECT } from '../../permission/given/consents.js';
import { GUARDIAN, Guardianships } from '../../permission/given/guardianships.js';
import { child, OTHER_OFFICE, PROPOSER, Registry } from '../../permission/given/registry.js';
import { HOLDER, Samples } from '../../permission/given/samples.js';
import { textIn, type World } from '../../permission/given/world.js';

/** How an example is sent: by whom, and what has to be replaced in it so that it means something here. */
export interface Sending {
  /** Nobody, where it is left out. */
  readonly as?: string;
  readonly level?: Assurance;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
}

/** Arranges a state in which a route's example makes sense. */
export type Plan = (stage: Stage) => Sending | Promise<Sending>;

const NURSE = 'nurse-zhou';
const AUDITOR = 'auditor-tang';

/** Who has to be enrolled before. */
export const PEOPLE = [SUBJECT, 'li-na', 'chen-wei', 'sun-yue', 'aygul', 'liu-yang', 'ouyang-xue', 'maria-garcia', PROPOSER, OTHER_OFFICE] as const;

/** What plans arrange with. */
export class Stage {
  readonly consents = new Consents(() => this.world);
  readonly registry = new Registry(() => this.world);
  readonly claims = new Claims(() => this.world, this.registry);
  readonly guardianships = new Guardianships(() => this.world, this.registry);
  readonly samples = new Samples(() => this.world);

  constructor(readonly world: World) {}

  /** A consent between the two who are always there. */
  consent(state: string) {
    return this.consents.in(`${state}, results`, { viewer: 'li-na', subject: SUBJECT, lasting: 30 * DAY });
  }

  /** A `position` that a command answered to this person. */
  async position(name: string): Promise<string> {
    const until = this.world.in(DAY);
    const asked = await this.world.does(name, 'al2', '/v1/consent-requests', { scope: 'status', purpose: 'FAMRQT', until, label: 'Mum' });
    await this.world.does(name, 'al1', `/v1/consents/${textIn(asked, 'consent')}/relinquishment`).catch(() => undefined);
    return textIn(asked, 'position');
  }

  async reads(name: string): Promise<Sending> {
    return { as: name, query: { 'at-least': await this.position(name) } };
  }

  /** A log of at least two lines, of which the second begins the next page. */
  async pages(): Promise<Sending> {
    const { id } = await this.consent('live');
    const look = (purpose: string) => this.world.as('li-na', 'al2').then((viewer) => viewer.post(`/v1/bases/${id}/views`, { scope: 'status', purpose }));
    await look('FAMRQT');
    await look('SUPNWK');
    await this.world.settled();
    const { next } = await this.world.sees(SUBJECT, '/v1/me/disclosures?limit=1');
    return { as: SUBJECT, query: { 'at-least': await this.position(SUBJECT), before: textIn({ next }, 'next') } };
  }

  /** Two locked barcodes, of which the second begins the next page. */
  async quarantine(): Promise<Sending> {
    for (const state of ['locked', 'locked']) await this.samples.in(state);
    const { next } = await this.world.sees(NURSE, '/v1/clinics/me/quarantine?limit=1');
    return { as: NURSE, query: { before: textIn({ next }, 'next') } };
  }

  /** Results for the barcodes that the example of an import names. */
  async tubes(): Promise<Sending> {
    const nurse = await this.world.as(NURSE, 'al2');
    for (const barcode of ['TUBE-1', 'TUBE-2']) {
      const { code } = await this.world.does(HOLDER, 'al1', '/v1/me/sampling-codes');
      // Where an earlier example registered it, it is there.
      await nurse.post('/v1/samples', { code, barcode });
    }
    return { as: NURSE };
  }
}

/** A thing in its state, and who acts on it. */
const on = (thing: (stage: Stage) => Promise<{ readonly id: string }>, as: string, level: Assurance = 'al2', name = 'id'): Plan => async (stage) => ({ as, level, path: { [name]: (await thing(stage)).id } });

/** By route: how its example is sent. A route that is not here fails the suite. */
export const PLANS: Readonly<Record<string, Plan>> = {
  'GET /health': () => ({}),
  'GET /ready': () => ({}),
  'GET /openapi.json': () => ({}),
  'GET /docs': () => ({}),
  'GET /docs/{file}': () => ({ path: { file: 'swagger-ui.css' } }),
  'GET /': () => ({}),
  'GET /web/{file}': () => ({ path: { file: 'worker.js' } }),
  'GET /v1/sign-in': () => ({}),
  'POST /v1/enrolments': () => ({ as: 'chan-tai-man' }),
  'GET /v1/me': () => ({ as: SUBJECT }),
  'GET /v1/me/duties': () => ({ as: NURSE }),
  'GET /v1/me/code': (stage) => stage.reads(HOLDER),
  'GET /v1/me/results': async (stage) => (await stage.samples.in('reported'), stage.reads(HOLDER)),
  'GET /v1/me/bases': async (stage) => (await stage.consent('live'), stage.reads('li-na')),
  'GET /v1/me/disclosures': (stage) => stage.pages(),
  'POST /v1/me/sampling-codes': () => ({ as: HOLDER }),
  'POST /v1/consent-requests': () => ({ as: 'chen-wei' }),
  'POST /v1/consent-codes/openings': async (stage) => ({ as: SUBJECT, body: { code: (await stage.consent('requested')).code } }),
  'POST /v1/consents/{id}/grant': on((stage) => stage.consent('opened'), SUBJECT),
  'POST /v1/consents/{id}/decline': on((stage) => stage.consent('opened'), SUBJECT),
  'POST /v1/consents/{id}/revocation': on((stage) => stage.consent('live'), SUBJECT),
  'POST /v1/consents/{id}/relinquishment': on((stage) => stage.consent('live'), 'li-na'),
  'POST /v1/bases/{basis}/views': on((stage) => stage.consent('live'), 'li-na', 'al2', 'basis'),
  'POST /v1/guardianships': () => ({ as: CLAIMANT }),
  'GET /v1/me/guardianships': async (stage) => (await stage.guardianships.in('live at 6'), stage.reads(GUARDIAN)),
  'POST /v1/registry/claims/next': async (stage) => (await stage.claims.in('received'), { as: PROPOSER }),
  'POST /v1/registry/claims/{id}/proposal': async (stage) => {
    await stage.registry.clear();
    const id = await stage.registry.claim(CLAIMANT, { ...child('1950-01-01'), ground: 'court-appointed' });
    await stage.registry.hold(PROPOSER, id);
    return { as: PROPOSER, path: { id } };
  },
  'POST /v1/registry/claims/{id}/countersignature': on((stage) => stage.claims.in('proposed, held'), OTHER_OFFICE),
  'POST /v1/registry/claims/{id}/closing': on((stage) => stage.claims.in('held'), PROPOSER),
  'POST /v1/registry/guardianships/{id}/suspension': on((stage) => stage.guardianships.in('live at 6'), PROPOSER),
  'POST /v1/registry/guardianships/{id}/reinstatement': on((stage) => stage.guardianships.in('suspended at 6'), PROPOSER, 'al3'),
  'POST /v1/registry/guardianships/{id}/end': on((stage) => stage.guardianships.in('live at 6'), PROPOSER, 'al3'),
  'POST /v1/registry/enrolments': () => ({ as: PROPOSER }),
  'POST /v1/registry/account-links': () => ({ as: PROPOSER }),
  'POST /v1/registry/appointments': () => ({ as: PROPOSER, level: 'al3' }),
  'POST /v1/registry/samples/{id}/release': on((stage) => stage.samples.in('locked'), PROPOSER),
  'GET /v1/clinics/me/quarantine': (stage) => stage.quarantine(),
  'POST /v1/samples': async (stage) => ({ as: NURSE, body: { code: textIn(await stage.world.does(HOLDER, 'al1', '/v1/me/sampling-codes'), 'code'), barcode: 'TUBE-9' } }),
  'POST /v1/samples/by-barcode': (stage) => stage.tubes(),
  'POST /v1/results/imports': (stage) => stage.tubes(),
  'POST /v1/results/{id}/correction': on((stage) => stage.samples.in('reported'), NURSE),
  'POST /v1/results/{id}/withdrawal': on((stage) => stage.samples.in('reported'), NURSE),
  'GET /v1/audit/events': () => ({ as: AUDITOR }),
  'GET /v1/audit/bases/{id}': on((stage) => stage.consent('live'), AUDITOR),
  'GET /v1/audit/subjects/{id}/access': async (stage) => (await stage.consent('live'), { as: AUDITOR, path: { id: await stage.world.citizen(SUBJECT) } }),
};
