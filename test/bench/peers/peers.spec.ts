import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { testCluster } from '../../kit/postgres.js';
import { castore, countEvents, dcbEs, emmett, emmettHelped, Entrant, messageDb, messageDbCategories, ours, payload, type PeerKind } from './index.js';
import { ALWAYS, type PeerAppend } from './peer.js';

const KINDS: readonly PeerKind[] = [ours, emmett, emmettHelped, messageDb, messageDbCategories, castore, dcbEs];
const stream = (): string => `writer1-${randomUUID()}`;
const sum = { begin: 0, evolve: (total: number, { n }: { readonly n: number }) => total + n };

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  it('appends what expects the right length, tells a loser how long the stream is, folds up to an instant, and loses nothing', async () => {
    const ground = { cluster: await testCluster(), folder: '' };
    const entrant = await Entrant.enter(ground, kind);
    const { peer } = entrant;
    const one: PeerAppend = { stream: stream(), expected: 0, payloads: [payload(1), payload(2)] };
    try {
      expect(await peer.append(one)).toBe('appended');
      expect(await peer.append({ ...one, expected: 2, payloads: [payload(3)] })).toBe('appended');
      expect(await peer.append({ ...one, expected: 2, payloads: [payload(4)] })).toBe('conflict');
      expect(await peer.length(one.stream, 2)).toBe(3);
      expect(await peer.append(one)).toBe('conflict');
      expect(await peer.appendAll([stream(), stream()].map((each) => ({ stream: each, expected: 0, payloads: [payload(5)] })))).toEqual(['appended', 'appended']);
      expect(await peer.aggregate(one.stream, { ...sum, until: ALWAYS })).toBe(6);
      expect(await peer.aggregate(one.stream, { ...sum, until: payload(2).at })).toBe(3);
      expect(await countEvents(ground, kind, entrant.database)).toBe(5);
      await expect(entrant.mustHold(ground, 6)).rejects.toThrow('acknowledged 6 events and holds 5');
    } finally {
      await peer.close();
    }
  });
});

describe('a payload', () => {
  it.each([0, 1, 999, 123_456_789])('%d is 300 bytes of JSON, and later ones happened later', (n) => {
    expect(Buffer.byteLength(JSON.stringify(payload(n)))).toBe(300);
    expect(payload(n, 7).at < payload(n, 8).at).toBe(true);
  });
});
