import type { components } from '../../../libs/client/index.js';
import { eventually } from '../../kit/eventually.js';
import type { Person } from '../../kit/instance.js';
import type { Stage } from './stage.js';

type Claim = components['schemas']['ClaimBody'];

/** Somebody of the cast as a document describes them. */
export function paperOf(stage: Stage, name: string): Pick<Claim, 'name' | 'birthDate' | 'document'> {
  const { identity } = stage.instance.member(name);
  if (identity === null) throw new Error(`${name} has no identity`);
  return { name: identity.name, birthDate: identity.birthDate, document: identity.document };
}

/** The paper's fingerprint and who issued it, and what the child is called. */
interface Given {
  readonly sha256?: string;
  readonly authority?: string;
  readonly label?: string;
}

/** A claim to be a minor's parent, over HTTP; it waits for a registrar. */
export async function claimed(stage: Stage, parent: string, child: string, { sha256 = 'ab'.repeat(32), authority = 'Haidian Hospital', ...label }: Given = {}): Promise<Person> {
  const person = await stage.enrolled(parent);
  await (await stage.instance.preparing(parent)).post('/v1/guardianships', { ...paperOf(stage, child), ground: 'parent-of-minor', ...label, evidence: { type: 'birth-certificate', authority, number: 'M110123456', sha256 } });
  await stage.caughtUp();
  return person;
}

const dealt = async (registrar: Person): Promise<string> => {
  const next = async () => (await registrar.client.POST('/v1/registry/claims/next')).data?.paper?.claim;
  return (await eventually(next, (claim) => claim !== undefined)) ?? '';
};

/** Proposes whatever claim waits, over HTTP. */
export async function proposed(stage: Stage, registrar = 'registrar-he'): Promise<void> {
  const person = await stage.instance.preparing(registrar);
  const id = await dealt(person);
  const reviewAt = new Date(stage.instance.clock.now() + 300 * 86_400_000).toISOString();
  await person.client.POST('/v1/registry/claims/{id}/proposal', { params: { path: { id } }, body: { reviewAt } });
}

/** What the claimant's guardianship is called, once there is one. */
export async function guardianshipOf(parent: Person): Promise<string> {
  const mine = async () => (await parent.client.GET('/v1/me/guardianships')).data?.guardianships[0]?.basis;
  return (await eventually(mine, (basis) => basis !== undefined)) ?? '';
}

/** A guardianship from claim to confirmation, over HTTP. */
export async function guardian(stage: Stage, parent: string, child: string, label = '小宝贝'): Promise<string> {
  const person = await claimed(stage, parent, child, { label });
  return confirmed(stage, person);
}

/** What somebody claimed is confirmed by two offices; answers the guardianship. */
export async function confirmed(stage: Stage, person: Person): Promise<string> {
  await proposed(stage);
  const second = await stage.instance.preparing('registrar-lin');
  const id = await dealt(second);
  await second.client.POST('/v1/registry/claims/{id}/countersignature', { params: { path: { id } } });
  return guardianshipOf(person);
}
