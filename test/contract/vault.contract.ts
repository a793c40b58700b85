import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { KeyRef } from '../../libs/kernel/index.js';
import { KeyDestroyed, type Opener, type Place, type Vault, VaultUnavailable } from '../../libs/vault/index.js';

/** A store of keys under test, and how another process opens a vault on it. */
export interface VaultUnderTest {
  open(): Promise<Vault>;
  close(): Promise<void>;
}

const text = (bytes: Uint8Array | undefined): string | undefined => (bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8'));
const bytes = (value: string): Uint8Array => Buffer.from(value, 'utf8');
const somebody = (): KeyRef => ({ owner: randomBytes(16).toString('hex'), class: 'person' });
const PLACE: Place = { eventId: '00000000-0000-8000-8000-000000000001', field: 'name' };

/** What every vault promises. */
export function vaultContract(name: string, start: () => Promise<VaultUnderTest>): void {
  describe(`${name} vault`, () => {
    let store: VaultUnderTest;
    let vault: Vault;
    const opened: Vault[] = [];
    const another = async (): Promise<Vault> => {
      const made = await store.open();
      opened.push(made);
      return made;
    };
    const sealed = async (ref: KeyRef, plain = 'Wang Fang'): Promise<string> => (await vault.sealer([ref])).seal(ref, PLACE, bytes(plain));

    beforeAll(async () => {
      store = await start();
      vault = await another();
    });
    afterAll(async () => {
      await Promise.all(opened.map((each) => each.close()));
      await store.close();
    });

    it('opens what it sealed, also in another process', async () => {
      const ref = somebody();
      const seal = await sealed(ref);
      for (const each of [vault, await another()]) expect(text((await each.opener([ref])).open(ref, PLACE, seal))).toBe('Wang Fang');
    });

    it('opens any bytes, and shows none of them sealed', async () => {
      const ref = somebody();
      const [sealer, opener] = [await vault.sealer([ref]), await vault.opener([ref])];
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (plain, eventId, field) => {
          expect(Buffer.from(opener.open(ref, { eventId, field }, sealer.seal(ref, { eventId, field }, plain)) ?? [])).toEqual(Buffer.from(plain));
        }),
      );
    });

    it('never seals alike twice', async () => {
      const ref = somebody();
      expect(await sealed(ref)).not.toBe(await sealed(ref));
    });

    it('writes text that URLs, JSON and logs leave as it is', async () => {
      expect(await sealed(somebody())).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
    });

    it.each<[string, (ref: KeyRef) => [KeyRef, Place]]>([
      ['another event', (ref) => [ref, { ...PLACE, eventId: '00000000-0000-8000-8000-000000000002' }]],
      ['another field', (ref) => [ref, { ...PLACE, field: 'label' }]],
      ['another owner', () => [somebody(), PLACE]],
      ['another class of the same owner', (ref) => [{ ...ref, class: 'access-log' }, PLACE]],
      ['parts moved over a border', (ref) => [ref, { eventId: `${PLACE.eventId}n`, field: 'ame' }]],
    ])('does not open what was moved to %s', async (_, move) => {
      const ref = somebody();
      const seal = await sealed(ref);
      const [owner, place] = move(ref);
      await vault.sealer([owner]);
      expect((await vault.opener([ref, owner])).open(owner, place, seal)).toBeUndefined();
    });

    it('does not open a text that was changed by a character, cut or lengthened', async () => {
      const ref = somebody();
      const seal = await sealed(ref);
      const opener: Opener = await vault.opener([ref]);
      fc.assert(
        fc.property(fc.nat(seal.length - 1), fc.constantFrom('A', 'a', '0', '_', '-', '.', '=', ' ', '\n'), (at, other) => {
          fc.pre(seal[at] !== other);
          expect(opener.open(ref, PLACE, seal.slice(0, at) + other + seal.slice(at + 1))).toBeUndefined();
        }),
      );
      for (const changed of ['', 'v1.', seal.slice(0, -1), `${seal}A`, `${seal}=`, seal.replace('v1', 'v2')]) expect(opener.open(ref, PLACE, changed)).toBeUndefined();
    });

    it('opens nothing for keys that were not asked for or never made', async () => {
      const [ref, other] = [somebody(), somebody()];
      const seal = await sealed(ref);
      expect((await vault.opener([other])).open(ref, PLACE, seal)).toBeUndefined();
      expect((await vault.opener([other])).open(other, PLACE, seal)).toBeUndefined();
    });

    it('has the keys that were asked for and exist', async () => {
      const [ref, other, destroyed] = [somebody(), somebody(), somebody()];
      await vault.sealer([ref, other, destroyed]);
      await vault.destroy(destroyed);
      for (const each of [vault, await another()]) {
        const opener = await each.opener([ref, destroyed, { ...other, class: 'access-log' }]);
        expect([ref, other, destroyed, { ...other, class: 'access-log' as const }].map((asked) => opener.has(asked))).toEqual([true, false, false, false]);
      }
    });

    it('refuses to seal for a key that was not asked for, as a bug, without saying whose', async () => {
      const [ref, other] = [somebody(), somebody()];
      const sealer = await vault.sealer([ref]);
      expect(() => sealer.seal(other, PLACE, bytes('x'))).toThrow(/^a key of class person was not asked for$/);
    });

    it('agrees on one key when many make it at once', async () => {
      const refs = [somebody(), somebody(), somebody()];
      const makers = await Promise.all([1, 2, 3, 4].map(() => another()));
      const sealers = await Promise.all([...makers, ...makers].map((maker, i) => maker.sealer(i % 2 === 0 ? refs : refs.toReversed())));
      const opener = await vault.opener(refs);
      for (const ref of refs) {
        for (const sealer of sealers) expect(text(opener.open(ref, PLACE, sealer.seal(ref, PLACE, bytes('one'))))).toBe('one');
      }
    });

    it('opens nothing under a destroyed key, and does not make it again', async () => {
      const [ref, neighbour] = [somebody(), somebody()];
      const [seal, kept] = [await sealed(ref), await sealed(neighbour)];
      await vault.destroy(ref);
      await vault.destroy(ref);
      for (const each of [vault, await another()]) {
        const opener = await each.opener([ref, neighbour]);
        expect(opener.open(ref, PLACE, seal)).toBeUndefined();
        expect(text(opener.open(neighbour, PLACE, kept))).toBe('Wang Fang');
        await expect(each.sealer([neighbour, ref])).rejects.toThrow(KeyDestroyed);
      }
    });

    it('does not make a key that was destroyed before it was made', async () => {
      const ref = somebody();
      await vault.destroy(ref);
      await expect((await another()).sealer([ref])).rejects.toThrow(KeyDestroyed);
    });

    it('has no keys any more once it is closed', async () => {
      const ref = somebody();
      await sealed(ref);
      const closing = await store.open();
      await closing.opener([ref]);
      await closing.close();
      await expect(closing.opener([ref])).rejects.toThrow(VaultUnavailable);
      await expect(closing.sealer([ref])).rejects.toThrow(VaultUnavailable);
      await expect(closing.destroy(ref)).rejects.toThrow(VaultUnavailable);
      expect((await vault.opener([ref])).has(ref)).toBe(true);
    });
  });
}
