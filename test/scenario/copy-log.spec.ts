import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { moveLog } from '../../apps/cli/src/copy-log/copy-log.js';
import type { Append, RecordedEvent } from '../../libs/event-store/index.js';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { append, fact, freshStream } from '../contract/event-store/facts.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { Instance, type Person } from '../kit/instance.js';
import { Double } from '../kit/kurrentdb-double/index.js';

/** One that is cut off after so many appends. */
class CutOff extends KurrentEventStore {
  left = 5;

  override async append(asked: Append): ReturnType<KurrentEventStore['append']> {
    this.left -= 1;
    if (this.left < 0) throw new Error('cut');
    return super.append(asked);
  }
}

describe('A log that is moved from Postgres into KurrentDB (its double)', () => {
  const said: string[] = [];
  const screen = { say: (line: string) => void said.push(line), progress: () => undefined };
  let double: Double;
  let before: Instance;
  let source: PostgresEventStore;
  let [consent, revoked] = ['', ''];
  beforeAll(async () => {
    double = await Double.start();
    before = await Instance.start();
    const [viewer, subject] = await Promise.all([before.preparing('li-na'), before.preparing('wang-fang')]);
    await enrol(viewer.client, subject.client);
    [consent, revoked] = [await granted(viewer.client, subject.client), await granted(viewer.client, subject.client)];
    await eventually(() => look(viewer, revoked), (status) => status === 200);
    expect((await subject.post(`/v1/consents/${revoked}/revocation`)).status).toBe(200);
    await before.server.close();
    source = new PostgresEventStore({ connection: before.ground.databases.owner });
  }, 60_000);
  afterAll(async () => {
    await source?.close();
    await before?.ground.databases.drop();
    await double?.close();
  });

  const look = async (viewer: Person, basis: string): Promise<number> => (await viewer.post(`/v1/bases/${basis}/views`, { scope: 'status', purpose: 'FAMRQT' })).status;
  const withoutPlace = (events: readonly RecordedEvent[]) => events.map(({ stream, revision, id, type, data, metadata }) => ({ stream, revision, id, type, data: Buffer.from(data), metadata: Buffer.from(metadata) }));
  const move = async (target: KurrentEventStore): Promise<void> => {
    try {
      await moveLog({ source, target, at: before.ground.databases, screen });
    } finally {
      await target.close();
    }
  };

  it('keeps ids, revisions, bytes and order, also where it was cut', async () => {
    await expect(move(new CutOff({ place: double.place }))).rejects.toThrow('cut');
    await move(new KurrentEventStore({ place: double.place }));
    await move(new KurrentEventStore({ place: double.place }));
    const target = new KurrentEventStore({ place: double.place });
    expect(withoutPlace(await target.readAll(0n, 1_000))).toEqual(withoutPlace(await source.readAll(0n, 1_000)));
    await target.close();
    expect(said.join('\n')).toMatch(/events are there already[\s\S]*verified: \d+ events, sha256 over all of them [0-9a-f]{64}/);
  });

  it('is what the instance goes on with: what was granted is shown, what was revoked is not', async () => {
    const after = await Instance.on({ ...before.ground, kurrentdb: double.place });
    const [viewer, subject] = await Promise.all([after.as('li-na'), after.as('wang-fang')]);
    await eventually(() => look(viewer, consent), (status) => status === 200);
    expect(await look(viewer, revoked)).toBe(404);
    expect((await subject.post(`/v1/consents/${consent}/revocation`)).status).toBe(200);
    expect(await look(viewer, consent)).toBe(404);
    await after.server.close();
  });

  it('leaves one in Postgres that nobody starts on by mistake', async () => {
    await expect(Instance.on(before.ground)).rejects.toThrow('they were made from another one');
  });

  it('goes into no cluster that has another log', async () => {
    const other = await Double.start();
    const target = new KurrentEventStore({ place: other.place });
    await target.append(append(freshStream(), 'no-stream', fact()));
    await expect(move(target)).rejects.toThrow('the KurrentDB has another log already');
    await other.close();
  });
});
