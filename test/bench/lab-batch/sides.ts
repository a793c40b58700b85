import type { Side } from '../pairs.js';
import { Entrant, type Ground, type PeerAnswer, type PeerKind } from '../peers/index.js';
import { admit, type Admitted, JUDGED, linesOf, RESULTS_A_BATCH } from './batches.js';
import { ReadModel } from './read-model.js';

/** Batches by which each number of connections is tried. */
const TRIED = 2;

/** A store that takes batches: a turn is one, from its lines until its rows can be read; it answers milliseconds. */
export class StoreSide implements Side {
  private taken: number;

  private constructor(
    private readonly ground: Ground,
    private readonly entrant: Entrant,
    private readonly readModel: ReadModel,
    /** Batches that were taken before there was a read model. */
    private readonly tried: number,
  ) {
    this.taken = tried;
  }

  /** Sets the store up with that number of connections with which batches are taken fastest. */
  static async enter(ground: Ground, kind: PeerKind): Promise<StoreSide> {
    let tried = 0;
    const entrant = await Entrant.enterAtBest(ground, kind, async (peer) => {
      const began = performance.now();
      for (let batch = 0; batch < TRIED; batch += 1) mustAllBe('appended', await peer.appendAll(admitted((tried += 1))));
      return (TRIED * 1_000) / (performance.now() - began);
    });
    return new StoreSide(ground, entrant, await ReadModel.make(ground.cluster, entrant.database), tried);
  }

  get name(): string {
    return this.entrant.kind.name;
  }

  get setting(): string {
    return this.entrant.setting;
  }

  get database(): string {
    return this.entrant.database;
  }

  async turn(): Promise<number> {
    const batch = (this.taken += 1);
    const lines = linesOf(batch);
    const began = performance.now();
    const results = admit(lines, batch, JUDGED);
    mustAllBe('appended', await this.entrant.peer.appendAll(results));
    await this.readModel.add(results);
    return performance.now() - began;
  }

  /** Sends the last batch again, which must add nothing, and ends it. Rejects unless log and read model hold just what was acknowledged. */
  async end(): Promise<void> {
    mustAllBe('conflict', await this.entrant.peer.appendAll(admitted(this.taken)));
    const rows = await this.readModel.count();
    await this.readModel.close();
    await this.entrant.peer.close();
    await this.entrant.mustHold(this.ground, this.taken * RESULTS_A_BATCH);
    if (rows !== (this.taken - this.tried) * RESULTS_A_BATCH) throw new Error(`${this.name} took ${this.taken - this.tried} batches, and its read model has ${rows} rows`);
  }
}

function admitted(batch: number): readonly Admitted[] {
  const results = admit(linesOf(batch), batch, JUDGED);
  if (results.length !== RESULTS_A_BATCH) throw new Error(`${results.length} of a batch's rows were taken`);
  return results;
}

function mustAllBe(wanted: PeerAnswer, answers: readonly PeerAnswer[]): void {
  if (answers.length !== RESULTS_A_BATCH || answers.some((answer) => answer !== wanted)) throw new Error(`a batch was not ${wanted} as a whole`);
}
