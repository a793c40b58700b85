import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { NoDigests } from '../../../libs/application/ports/index.js';
import { MemoryEventStore } from '../../../libs/event-store-memory/index.js';
import { refusedView, consent as consentOf } from '../../../test/contract/read-models/facts.js';
import { appendOf } from '../../../test/kit/long-log.js';
import { consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import { replay, type ReplayOptions } from './replay.js';

/** What `xinma replay` writes about a consent that was used once, then revoked, then asked for again. `options` may depend on where the view stands in the log. */
async function told(options: ReplayOptions | ((view: bigint) => ReplayOptions)): Promise<readonly string[]> {
  const viewing = await new Viewing().granted();
  await viewing.view();
  const asked = typeof options === 'function' ? options(await viewing.store.head()) : options;
  await viewing.revoke();
  await viewing.view();
  const lines: string[] = [];
  const screen = { say: (line: string) => lines.push(stripVTControlCharacters(line)), progress: () => undefined };
  await replay({ source: { store: viewing.store, digests: new NoDigests() }, screen }, asked);
  return lines;
}

const between = (lines: readonly string[], from: string, to: string) => lines.slice(lines.findIndex((line) => line.startsWith(from)), lines.findIndex((line) => line.startsWith(to)));

/** A log to which somebody appends whenever its end was looked at. */
class Growing extends MemoryEventStore {
  override async head(): Promise<bigint> {
    const head = await super.head();
    await this.append(appendOf(refusedView(consentOf(1), 2, 1)));
    return head;
  }
}

describe('xinma replay', () => {
  it('tells who could look, who did and who was refused, in columns', async () => {
    const before = await told((view) => ({ at: String(view) }));
    expect(before[0]).toMatch(/^the log up to position \d+, windows judged at 2026-03-10T04:00:00\.000Z$/);
    const [title, header, row] = between(before, 'could look', 'looked');
    expect([title, row?.split(/ {2,}/).slice(1, 6)]).toEqual(['could look: 1', [consent, daughter, mother, 'results', 'FAMRQT']]);
    for (const [name, cell] of [['viewer', daughter], ['subject', mother], ['scope', 'results'], ['answer', 'yes']] as const) expect(row?.indexOf(cell)).toBe(header?.indexOf(name));
    expect(between(before, 'looked', 'were refused')).toHaveLength(3);
    expect(before).toContain('were refused: 0');
  });

  it('at a time, judges what stood then', async () => {
    const after = await told({ at: '2026-03-10T04:00:00Z', basis: consent });
    expect(after.filter((line) => /^\S.*: \d+$/.test(line))).toEqual(['could look: 0', 'looked: 1', 'were refused: 1']);
    expect(after.join('\n')).not.toContain('[object');
    expect(after.at(-1)).toMatch(/^sha256 [0-9a-f]{64}$/);
  });

  it.each(['2999-01-01T00:00:00+08:00', '999999'])('compares two folds of the same events, whatever is appended meanwhile: at %s', async (at) => {
    const lines: string[] = [];
    const screen = { say: (line: string) => lines.push(stripVTControlCharacters(line)), progress: () => undefined };
    const store = new Growing();
    await store.head();
    expect(await replay({ source: { store, digests: new NoDigests() }, screen }, { at, verify: true })).toBe(true);
    expect(lines.at(-1)).toBe('verified: the fold from the first event gives the same');
  });

  it.each([
    [{ at: 'yesterday' }, '--at must be'],
    [{ at: '-1' }, '--at must be'],
    [{ at: '1', basis: 'somebody' }, '--basis must be'],
  ])('names the option that is wrong: %j', async (options, words) => {
    await expect(told(options)).rejects.toThrow(words);
  });
});
