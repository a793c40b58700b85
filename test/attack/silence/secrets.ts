import { Claims, CLAIMANT, KNOWN, TIED, TIED_LATER } from '../../permission/given/claims.js';
import { Consents, SUBJECT, VIEWERS } from '../../permission/given/consents.js';
import { GUARDIAN, Guardianships } from '../../permission/given/guardianships.js';
import { Registry } from '../../permission/given/registry.js';
import { HOLDER, Samples } from '../../permission/given/samples.js';
import { World } from '../../permission/given/world.js';

/** What is real, and nobody's business but its parties'. */
export interface Secrets {
  readonly consents: readonly string[];
  /** Opened by their subjects, or over: good for nobody any more. */
  readonly codes: readonly string[];
  readonly guardianships: readonly string[];
  readonly claims: readonly string[];
  readonly samples: readonly string[];
  readonly samplingCodes: readonly string[];
  readonly barcodes: readonly string[];
  readonly citizens: readonly string[];
}

export const PEOPLE = [...new Set<string>([...VIEWERS, SUBJECT, GUARDIAN, HOLDER, CLAIMANT, KNOWN, TIED, TIED_LATER, 'stranger'])];

/** One of each kind in each state that needs no time to pass. */
export async function arrange(world: World): Promise<Secrets> {
  const at = () => world;
  const registry = new Registry(at);
  const [consents, guardianships, claims, samples] = [new Consents(at), new Guardianships(at, registry), new Claims(at, registry), new Samples(at)];
  const inEach = async <Made>(states: readonly string[], make: (state: string) => Promise<Made>): Promise<readonly Made[]> => {
    const made: Made[] = [];
    for (const state of states) made.push(await make(state));
    return made;
  };
  const kept = await inEach(['opened', 'declined', 'live', 'live, results', 'revoked', 'relinquished'], (state) => consents.in(state));
  const tubes = await inEach(['registered', 'reported', 'withdrawn', 'locked'], (state) => samples.in(state));
  return {
    consents: [...kept, await consents.in('requested')].map(({ id }) => id),
    codes: kept.map(({ code }) => code),
    guardianships: (await inEach(['live at 6', 'told at 15', 'suspended at 6', 'ended at 6'], (state) => guardianships.in(state))).map(({ id }) => id),
    claims: (await inEach(['countersigned', 'closed', 'proposed, held'], (state) => claims.in(state))).map(({ id }) => id),
    samples: tubes.map(({ id }) => id),
    samplingCodes: tubes.map((tube) => String(tube['code'])),
    barcodes: tubes.map((tube) => String(tube['barcode'])),
    citizens: await Promise.all([SUBJECT, HOLDER, GUARDIAN].map((name) => world.citizen(name))),
  };
}
