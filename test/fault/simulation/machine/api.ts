import type { Outcome } from '../../../../libs/application/outcome.js';
import { ReadModelsUnavailable } from '../../../../libs/application/ports/index.js';
import { type Append, StoreUnavailable } from '../../../../libs/event-store/index.js';
import type { Instant } from '../../../../libs/kernel/index.js';
import { type BlindIndex, type Vault, VaultUnavailable } from '../../../../libs/vault/index.js';
import type { Command } from '../clients/command.js';
import { Desk } from './desk.js';
import { Life } from './life.js';
import type { SimulatedClock } from './simulated-clock.js';
import { SimulatedReadModels } from './simulated-read-models.js';
import { SimulatedStore, type Way } from './simulated-store.js';
import { SimulatedVault } from './simulated-vault.js';
import type { Tables } from './tables.js';

/** What a request came to. `broken`: an error that the edge would answer with 500. */
export type Heard = { readonly kind: 'answered'; readonly outcome: Outcome<object> } | { readonly kind: 'unavailable' } | { readonly kind: 'broken'; readonly error: unknown };

/** What all processes of a run share. */
export interface Shared extends Omit<Way, 'life' | 'acknowledged'> {
  readonly tables: Tables;
  readonly keys: Vault;
  readonly index: BlindIndex;
}

/** One life: its handlers, and everything that is lost with it. */
interface Running {
  readonly life: Life;
  readonly store: SimulatedStore;
  readonly desk: Desk;
}

/** An API process: crashes, comes back remembering nothing, stops and goes on. */
export class Api {
  /** When the log's word for an event reached this process, by its own clock. */
  readonly acknowledged = new Map<string, { readonly at: Instant; readonly repeated: boolean }>();
  private running: Running;

  constructor(
    private readonly shared: Shared,
    readonly clock: SimulatedClock,
  ) {
    this.running = this.born();
  }

  get isUp(): boolean {
    return !this.running.life.over;
  }

  crash(): void {
    this.running.life.over = true;
  }

  restart(): void {
    this.crash();
    this.running = this.born();
  }

  stall(milliseconds: number): void {
    this.running.life.stall(milliseconds);
  }

  /** Cuts it off from the log, or mends that. */
  cut(isCut: boolean): void {
    this.running.store.cut = isCut;
  }

  /** What an answer's position says. */
  positionIn(account: Parameters<Desk['cursors']['read']>[0], text: string): bigint | undefined {
    return this.running.desk.cursors.read(account, text);
  }

  /** A request arrives; `answer` is called if one leaves. */
  receive(command: Command, key: string, answer: (heard: Heard) => void): void {
    const { life, desk } = this.running;
    const leave = (heard: Heard) => life.deliver(() => answer(heard));
    life.deliver(() => {
      desk.carryOut(command, key).then((outcome) => leave({ kind: 'answered', outcome }), (error: unknown) => leave(isUnavailable(error) ? { kind: 'unavailable' } : { kind: 'broken', error }));
    });
  }

  private born(): Running {
    const { shared, clock } = this;
    const life = new Life(shared.scheduler);
    const acknowledged = ({ events }: Append, repeated: boolean) => events.forEach(({ id }) => this.acknowledged.set(id, { at: clock.now(), repeated }));
    const store = new SimulatedStore({ ...shared, life, acknowledged });
    const vault = new SimulatedVault(shared.keys, { ...shared, life });
    const readModels = new SimulatedReadModels(shared.tables, { ...shared, life });
    return { life, store, desk: new Desk({ store, vault, clock, readModels, index: shared.index }) };
  }
}

const isUnavailable = (error: unknown): boolean => error instanceof StoreUnavailable || error instanceof ReadModelsUnavailable || error instanceof VaultUnavailable;
