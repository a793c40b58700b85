import type { Browser } from 'playwright-core';
import { ReadModels } from '../../../libs/application/ports/index.js';
import { EventStore } from '../../../libs/event-store/index.js';
import { eventually } from '../../kit/eventually.js';
import { granted } from '../../kit/granted.js';
import { Instance, type Person } from '../../kit/instance.js';
import { openBrowser } from './browser.js';
import { type Coming, Visitor } from './visitor.js';

/** A request that a viewer made. */
export interface Request {
  readonly consent: string;
  readonly code: string;
  readonly words: readonly string[];
}

const DAY = 86_400_000;
/** In milliseconds: far above what the read models ever lag. */
const CAUGHT_UP = 25_000;

/** A whole instance with its issuer, and a browser in front of it. */
export class Stage {
  private tubes = 0;

  private constructor(
    readonly instance: Instance,
    readonly browser: Browser,
  ) {}

  static async open(...flags: readonly string[]): Promise<Stage> {
    const [instance, browser] = await Promise.all([Instance.start(), openBrowser(...flags)]);
    return new Stage(instance, browser);
  }

  visitor(coming: Coming = {}): Promise<Visitor> {
    return Visitor.come(this.browser, this.instance.address, coming);
  }

  /** Somebody of the cast, enrolled. */
  async enrolled(name: string): Promise<Person> {
    await (await this.instance.preparing(name)).post('/v1/enrolments');
    return this.instance.as(name);
  }

  /** Gives somebody a result (SNOMED CT) of a sample that was taken an hour ago. */
  async result(name: string, result = '260415000'): Promise<void> {
    await this.enrolled(name);
    const [person, nurse] = [await this.instance.preparing(name), await this.instance.preparing('nurse-zhou')];
    this.tubes += 1;
    const barcode = `TUBE-${this.tubes}`;
    const { body } = await person.post('/v1/me/sampling-codes');
    await nurse.post('/v1/samples', { code: body['code'], barcode });
    const collected = new Date(this.instance.clock.now() - 3_600_000).toISOString();
    await nurse.postLines('/v1/results/imports', [{ tg: '840539006', tt: 'LP6464-4', tr: result, sc: collected, ci: barcode, tc: 'Haidian clinic' }]);
    await eventually(async () => (await person.get('/v1/me/results')).body['results'] as readonly object[], (found) => found.length > 0);
  }

  /** The status that somebody's own code shows. */
  async status(name: string): Promise<unknown> {
    return (await (await this.instance.as(name)).get('/v1/me/code')).body['status'];
  }

  /** A viewer asks, over HTTP. */
  async asks(viewer: string, scope: 'status' | 'results' = 'results', days = 14): Promise<Request> {
    const until = new Date(this.instance.clock.now() + days * DAY).toISOString();
    await this.enrolled(viewer);
    const { body } = await (await this.instance.preparing(viewer)).post('/v1/consent-requests', { scope, purpose: 'FAMRQT', until, label: 'Mum' });
    return { consent: String(body['consent']), code: String(body['code']), words: body['words'] as readonly string[] };
  }

  /** A viewer looks; the status of the answer. A server that is behind says neither yes nor no, and is asked again. */
  async looks(viewer: string, basis: string, scope: 'status' | 'results' = 'results'): Promise<number> {
    const person = await this.instance.as(viewer);
    return eventually(async () => (await person.post(`/v1/bases/${basis}/views`, { scope, purpose: 'FAMRQT' })).status, (status) => status !== 503);
  }

  /** A consent that `subject` granted to `viewer`, over HTTP. */
  async granted(subject: string, viewer: string, scope: 'status' | 'results' = 'results'): Promise<string> {
    const [person, asker] = [await this.enrolled(subject), await this.enrolled(viewer)];
    const consent = await granted(asker.client, person.client, { scope, until: this.instance.clock.now() + 14 * DAY });
    await this.caughtUp();
    return consent;
  }

  /** Waits until all that was acknowledged so far is in what people read: a page asks once. */
  async caughtUp(): Promise<void> {
    const { app } = this.instance.server;
    if (!(await app.get(ReadModels).reached(await app.get(EventStore).head(), CAUGHT_UP))) throw new Error('the read models stay behind');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.instance.close();
  }
}
