import type { FeedHolder, FeedTube } from './seed-plan.js';

/** What a desk says: a value, or the code of its refusal. */
export type Said<T> = { readonly value: T } | { readonly refused: string };

/** The counter and the clinic that a feed's people go through. */
export interface SeedDesks {
  /** Enrols the holder once more; a card of codes. The same `card` gives the same codes again. */
  enrol(holder: FeedHolder, card: number): Promise<Said<readonly string[]>>;
  /** Puts the tube's barcode under the person whose code it is. */
  register(code: string, tube: FeedTube): Promise<Said<unknown>>;
}

/** What became of one holder: tubes registered, and the reasons of what was not. */
export interface Seeded {
  readonly enrolled: boolean;
  readonly registered: number;
  readonly refused: readonly string[];
}

/** Enrols one holder, as often as it takes to have a code for each tube, and registers the tubes. */
async function seedHolder(desks: SeedDesks, holder: FeedHolder): Promise<Seeded> {
  const codes: string[] = [];
  for (let card = 1; codes.length < Math.max(1, holder.tubes.length); card += 1) {
    const printed = await desks.enrol(holder, card);
    if ('refused' in printed || printed.value.length === 0) return { enrolled: false, registered: 0, refused: ['refused' in printed ? printed.refused : 'no codes'] };
    codes.push(...printed.value);
  }
  const refused: string[] = [];
  for (const [index, tube] of holder.tubes.entries()) {
    const said = await desks.register(codes[index] ?? '', tube);
    if ('refused' in said) refused.push(said.refused);
  }
  return { enrolled: true, registered: holder.tubes.length - refused.length, refused };
}

/** Seeds all holders, `atOnce` at a time; tells after each. */
export async function seedAll(desks: SeedDesks, holders: readonly FeedHolder[], atOnce: number, told: (seeded: Seeded) => void): Promise<readonly Seeded[]> {
  const all: Seeded[] = [];
  const waiting = holders.values();
  const one = async (): Promise<void> => {
    for (const holder of waiting) {
      const seeded = await seedHolder(desks, holder);
      all.push(seeded);
      told(seeded);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return all;
}
