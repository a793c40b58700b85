import { describe, expect, it } from '@jest/globals';
import { elsewhere, institutionId } from '../../../test/kit/institutions.js';
import { Registry } from '../../../test/kit/registry.js';
import { InstitutionName } from '../../kernel/index.js';
import { KeyDestroyed, VaultUnavailable } from '../../vault/index.js';

const name = InstitutionName('clinic-east');
const id = institutionId('clinic-east');
const key = { owner: id, class: 'institution' } as const;

/** A place whose name was written, and can be read no more. */
async function lost(): Promise<Registry> {
  const registry = new Registry();
  await registry.institutions.name(name);
  registry.lose(key);
  return registry;
}

describe('an institution whose key was lost', () => {
  it('is not told by who reads its stream', async () => {
    const { nameOf, nameOfActing } = read(await lost());
    await expect(nameOf()).rejects.toThrow(VaultUnavailable);
    await expect(nameOfActing()).rejects.toThrow(VaultUnavailable);
  });

  it('is named again by who appoints there, under another key, and then everybody reads it', async () => {
    const registry = await lost();
    expect(await elsewhere(registry).name(name)).toBe(id);
    expect(await registry.log()).toEqual(['InstitutionNamed', 'InstitutionNamed']);
    expect([await read(registry).nameOf(), await read(registry).nameOfActing()]).toEqual([name, name]);
  });

  it('is named again also by a process that remembers its name: others could not read it', async () => {
    const registry = await lost();
    expect(await registry.institutions.name(name)).toBe(id);
    expect(await read(registry).nameOf()).toBe(name);
  });

  it('is named again once, however many appoint there at the same time', async () => {
    const registry = await lost();
    const all = [elsewhere(registry), elsewhere(registry), elsewhere(registry)];
    expect(await Promise.all(all.map((each) => each.name(name)))).toEqual([id, id, id]);
    expect(await elsewhere(registry).name(name)).toBe(id);
    expect(await registry.log()).toEqual(['InstitutionNamed', 'InstitutionNamed']);
  });

  it('is named again as often as that is so', async () => {
    const registry = await lost();
    await elsewhere(registry).name(name);
    registry.lose(key);
    await expect(read(registry).nameOf()).rejects.toThrow(VaultUnavailable);
    await elsewhere(registry).name(name);
    expect(await read(registry).nameOf()).toBe(name);
    expect(await registry.log()).toEqual(Array.from({ length: 3 }, () => 'InstitutionNamed'));
  });

  it('is not named again while the vault is out of reach', async () => {
    const registry = await lost();
    await registry.vault.close();
    await expect(elsewhere(registry).name(name)).rejects.toThrow(VaultUnavailable);
    expect(await registry.log()).toEqual(['InstitutionNamed']);
  });

  it('is not named again where its key was not lost but destroyed: that is for good', async () => {
    const registry = await lost();
    await registry.vault.destroy(key);
    await expect(elsewhere(registry).name(name)).rejects.toThrow(KeyDestroyed);
    expect(await registry.log()).toEqual(['InstitutionNamed']);
    await expect(read(registry).nameOf()).rejects.toThrow(VaultUnavailable);
  });
});

/** What another process says of it. */
const read = (registry: Registry) => ({ nameOf: () => elsewhere(registry).nameOf(id), nameOfActing: () => elsewhere(registry).nameOfActing(id) });
