import type { Terms } from '../../../../libs/domain/consent/index.js';
import { type CitizenId, DAY, instant } from '../../../../libs/kernel/index.js';
import type { Operation } from '../../checker/history.js';
import { Random } from '../../simulation/machine/random.js';
import { Client, type Habits, type Who } from './client.js';
import type { Sender } from './send.js';

/** Everybody at once. */
export class Crowd {
  private readonly clients: readonly Client[];
  private going: { readonly ending: AbortController; readonly all: Promise<unknown> } | undefined;

  constructor(
    private readonly sender: Sender,
    seed: string,
    clients: number,
    habits: Habits,
  ) {
    const people = Array.from({ length: clients - 2 }, (_, index): Who => index % sender.settled.town.adults.length);
    this.clients = [...people, 'registrar' as const, 'nurse' as const].map((who, index) => new Client(sender, who, new Random(`client ${seed} ${index}`), habits));
  }

  /** Before anything goes wrong: so many consents that last, each of somebody to somebody else. */
  async acquaint(consents: number): Promise<void> {
    const { adults } = this.sender.settled.town;
    const until = instant(Math.floor((Date.now() + DAY) / 1_000) * 1_000);
    const ofEach = async (by: CitizenId, first: number): Promise<void> => {
      for (let index = first; index < consents; index += adults.length) await this.acquaintOnce(by, { scope: index % 3 === 0 ? 'results' : 'status', purpose: 'FAMRQT', until }, `acquaint-${index}`);
    };
    await Promise.all(adults.map(ofEach));
  }

  start(): void {
    const ending = new AbortController();
    this.going = { ending, all: Promise.all(this.clients.map((client) => client.run(ending.signal))) };
  }

  /** Everybody finishes what they are at. */
  async rest(): Promise<void> {
    this.going?.ending.abort();
    await this.going?.all;
  }

  end(): void {
    for (const client of this.clients) client.end();
  }

  /** A last look at everything, through both processes, when nothing goes wrong any more. */
  async lookAtEverything(): Promise<readonly Operation[]> {
    const { seen, settled: { town } } = this.sender;
    const looks = [...seen.consents.map(({ consent, viewer }) => ({ basis: consent, by: viewer })), ...town.wards.map(({ guardianship, guardian }) => ({ basis: guardianship, by: guardian }))];
    const operations: Operation[] = [];
    for (const look of looks) operations.push(...(await Promise.all([0, 1].map((through) => this.sender.send({ kind: 'view', scope: 'status', purpose: 'FAMRQT', ...look }, '', { through })))));
    return operations;
  }

  private async acquaintOnce(by: CitizenId, terms: Terms, key: string): Promise<void> {
    const { target } = await this.sure({ kind: 'request', by, terms }, key);
    const known = this.sender.seen.consents.find(({ consent }) => consent === target);
    if (known === undefined) throw new Error('nobody was asked');
    await this.sure({ kind: 'open', by: known.handedTo, code: known.code }, key);
    await this.sure({ kind: 'grant', by: known.handedTo, consent: known.consent, terms }, key);
  }

  private async sure(command: Parameters<Sender['send']>[0], key: string): Promise<Operation> {
    const operation = await this.sender.send(command, key, { through: 0 });
    if (operation.outcome !== 'done') throw new Error(`nobody gets acquainted: ${command.kind} ${operation.outcome} ${operation.code ?? ''}`);
    return operation;
  }
}
