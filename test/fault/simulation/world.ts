import type { CitizenId, ConsentId } from '../../../libs/kernel/index.js';
import { BlindIndex } from '../../../libs/vault/index.js';
import { MemoryVault } from '../../../libs/vault/memory-vault.js';
import type { Operation } from '../checker/history.js';
import type { Command } from './clients/command.js';
import type { KnownConsent } from './clients/ideas.js';
import type { Town } from './clients/town.js';
import { settle } from './clients/town.js';
import { Api, type Shared } from './machine/api.js';
import { LogServer } from './machine/log-server.js';
import { Random } from './machine/random.js';
import { Scheduler } from './machine/scheduler.js';
import { SimulatedClock } from './machine/simulated-clock.js';
import { SimulatedProjector } from './machine/simulated-projector.js';
import { Tables } from './machine/tables.js';
import { Weather } from './machine/weather.js';
import type { Fault, Plan } from './plan.js';

/** Two API processes, a projector and a log, and what was seen of them. */
export class World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly server: LogServer;
  readonly tables = new Tables();
  readonly apis: readonly [Api, Api];
  readonly projector: SimulatedProjector;
  readonly operations: Operation[] = [];
  /** What the edge would have answered with 500. */
  readonly broken: unknown[] = [];
  /** Codes go from viewer to subject by hand. */
  readonly consents: KnownConsent[] = [];
  readonly granted = new Set<string>();
  readonly lines: string[] = [];
  /** By how much a clock can be off. */
  readonly clockError: number;
  private readonly shared: Shared;
  private town: readonly CitizenId[] = [];

  constructor(
    readonly seed: number,
    { climate, tick, off, faults }: Plan,
  ) {
    this.random = new Random(`world ${seed}`);
    this.scheduler = new Scheduler(new Random(`order ${seed}`));
    const { random, scheduler } = this;
    this.weather = new Weather(random, climate);
    this.server = new LogServer(scheduler, random, this.weather);
    this.shared = { random, scheduler, weather: this.weather, server: this.server, tables: this.tables, keys: new MemoryVault(), index: new BlindIndex(Buffer.alloc(32, 7)) };
    this.apis = [new Api(this.shared, new SimulatedClock(scheduler, tick, off[0])), new Api(this.shared, new SimulatedClock(scheduler, tick, off[1]))];
    this.projector = new SimulatedProjector(this.shared, this.tables);
    this.clockError = tick + Math.abs(off[1]) + faults.filter(({ kind }) => kind === 'clock').reduce((sum, { by }) => sum + Math.abs(by), 0);
  }

  /** Before anything goes wrong. */
  async settle(): Promise<Town> {
    const town = await settle(this.server.log, this.shared.keys, this.shared.index);
    this.town = town.adults;
    this.projector.start();
    return town;
  }

  note(line: string): void {
    this.lines.push(`${this.scheduler.now.toFixed(3)} ${line}`);
  }

  /** A viewer hands a code to somebody, whoever that is. */
  hand({ by, terms }: Extract<Command, { kind: 'request' }>, consent: ConsentId, code: string): void {
    const others = this.town.filter((citizen) => citizen !== by);
    this.consents.push({ consent, code, viewer: by, handedTo: new Random(`hand ${this.seed} ${consent}`).pick(others), terms });
  }

  /** Does what is planned, and undoes it when its time is over. */
  async suffer({ kind, which, at, lasts, by }: Fault): Promise<void> {
    await this.scheduler.sleep(at);
    this.note(`${kind} ${which} for ${lasts.toFixed(3)}`);
    const over = this.strike(kind, this.apis[which], kind === 'clock' ? by : lasts);
    await this.scheduler.sleep(lasts);
    over();
  }

  /** Nothing more goes wrong, and what was broken is mended. */
  heal(): void {
    this.weather.calm = true;
    this.weather.slow = 1;
    this.weather.vaultDown = false;
    this.weather.rowsDown = false;
    this.server.restart();
    for (const api of this.apis) {
      api.cut(false);
      if (!api.isUp) api.restart();
    }
    this.projector.start();
  }

  private strike(kind: Fault['kind'], api: Api, amount: number): () => void {
    const { weather, projector, server } = this;
    const nothing = () => undefined;
    const strikes: Readonly<Record<Fault['kind'], () => () => void>> = {
      'crash-api': () => (api.crash(), () => api.restart()),
      'crash-projector': () => (projector.crash(), () => projector.start()),
      'crash-log': () => (server.crash(), () => server.restart()),
      'stall-api': () => (api.stall(amount), nothing),
      'stall-projector': () => (projector.stall(amount), nothing),
      cut: () => (api.cut(true), () => api.cut(false)),
      vault: () => ((weather.vaultDown = true), () => (weather.vaultDown = false)),
      rows: () => ((weather.rowsDown = true), () => (weather.rowsDown = false)),
      slow: () => ((weather.slow = 40), () => (weather.slow = 1)),
      clock: () => (api.clock.jump(amount), nothing),
    };
    return strikes[kind]();
  }
}
