import { checkCharacter } from '../../../libs/domain/citizen/resident-id.js';
import { DAY } from '../../../libs/kernel/index.js';
import { textIn, type World } from './world.js';

/** Registrars: two of one office, one of another. */
export const PROPOSER = 'registrar-he';
export const SAME_OFFICE = 'registrar-gao';
export const OTHER_OFFICE = 'registrar-lin';

const EVIDENCE = { type: 'birth-certificate', authority: 'a hospital', number: 'B-1', sha256: '0'.repeat(64) };

/** Somebody nobody knows. Random digits: each is another person. */
export function child(birthDate: string): Readonly<Record<string, unknown>> {
  const sequence = String(Math.floor(Math.random() * 1_000)).padStart(3, '0');
  const district = `4401${String(Math.floor(Math.random() * 100)).padStart(2, '0')}`;
  const digits = `${district}${birthDate.replaceAll('-', '')}${sequence}`;
  return { name: { family: '陈', given: '小月' }, birthDate, document: { type: 'resident-id', state: 'CN', number: `${digits}${checkCharacter(digits)}` } };
}

/** What somebody claims who says they are this person's parent, unless `person` says otherwise. */
export const claimOf = (person: object): object => ({ ground: 'parent-of-minor', evidence: EVIDENCE, ...person });

/** Claims and registrars at work on them. */
export class Registry {
  constructor(private readonly world: () => World) {}

  /** The birth date of somebody who turns `age` in so many days; a 29 February that the year lacks becomes 1 March. */
  birthDate(age: number, days: number): string {
    const born = new Date(this.world().in(days * DAY));
    born.setUTCFullYear(born.getUTCFullYear() - age);
    return born.toISOString().slice(0, 10);
  }

  async claim(guardian: string, person: object): Promise<string> {
    const made = await this.world().does(guardian, 'al2', '/v1/guardianships', claimOf(person));
    await this.world().settled();
    return textIn(made, 'claim');
  }

  /** Until the registrar holds this claim; what else waits is closed. */
  async hold(registrar: string, claim: string): Promise<void> {
    for (;;) {
      const { paper } = await this.world().does(registrar, 'al3', '/v1/registry/claims/next');
      if (paper === null) throw new Error('the claim is not for this registrar');
      const held = textIn(paper, 'claim');
      if (held === claim) return;
      await this.close(registrar, held);
    }
  }

  async close(registrar: string, claim: string): Promise<void> {
    await this.world().does(registrar, 'al3', `/v1/registry/claims/${claim}/closing`, { reason: 'unreadable' });
    await this.world().settled();
  }

  /** Closes whatever waits. */
  async clear(): Promise<void> {
    for (const registrar of [PROPOSER, SAME_OFFICE, OTHER_OFFICE]) {
      for (let held = await this.next(registrar); held !== undefined; held = await this.next(registrar)) await this.close(registrar, held);
    }
  }

  async propose(registrar: string, claim: string, reviewIn = 400 * DAY): Promise<void> {
    await this.hold(registrar, claim);
    await this.world().does(registrar, 'al3', `/v1/registry/claims/${claim}/proposal`, { reviewAt: this.world().in(reviewIn) });
    await this.world().settled();
  }

  /** From the claim to the basis. */
  async confirm(guardian: string, person: object, reviewIn?: number): Promise<string> {
    const claim = await this.claim(guardian, person);
    await this.propose(PROPOSER, claim, reviewIn);
    await this.hold(OTHER_OFFICE, claim);
    await this.world().does(OTHER_OFFICE, 'al3', `/v1/registry/claims/${claim}/countersignature`);
    await this.world().settled();
    const { guardianships } = await this.world().sees(guardian, '/v1/me/guardianships');
    const found = Array.isArray(guardianships) ? guardianships.find((one: unknown) => textIn(one, 'claim') === claim) : undefined;
    return textIn(found, 'basis');
  }

  async act(act: 'suspension' | 'reinstatement' | 'end', basis: string): Promise<void> {
    await this.world().does(PROPOSER, 'al3', `/v1/registry/guardianships/${basis}/${act}`, { reason: 'as arranged' });
    await this.world().settled();
  }

  private async next(registrar: string): Promise<string | undefined> {
    const { paper } = await this.world().does(registrar, 'al3', '/v1/registry/claims/next');
    return paper === null ? undefined : textIn(paper, 'claim');
  }
}
