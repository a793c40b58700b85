import type { IdentityDocument } from '../domain/person.js';
import { AccountId, type CitizenId, EventId, GuardianshipsId, IdentityId, InstitutionId, type InstitutionName, SampleId, SamplingCodeId, StaffId } from '../kernel/index.js';
import { type BlindIndex, freshBytes } from '../vault/index.js';

/** The keyed names of people, papers, institutions, tubes, codes and views. */
export class Names {
  constructor(private readonly index: BlindIndex) {}

  account(issuer: string, subject: string): AccountId {
    return AccountId(this.index.name('account', issuer, subject));
  }

  /** Where it stands which account speaks for a citizen: a stream like an account's own. */
  accountOf(citizen: CitizenId): AccountId {
    return AccountId(this.index.name('account-of', citizen));
  }

  identity(document: IdentityDocument): IdentityId {
    return IdentityId(this.index.name('identity', document.type, document.state, document.number));
  }

  staff(account: AccountId): StaffId {
    return StaffId(this.index.name('staff', account));
  }

  guardianships(dependent: CitizenId): GuardianshipsId {
    return GuardianshipsId(this.index.name('guardianships', dependent));
  }

  institution(name: InstitutionName): InstitutionId {
    return InstitutionId(this.index.name('institution', name));
  }

  /** By the clinic's name, as ever: what is printed on a tube finds it also where it was registered before institutions had ids. */
  sample(clinic: InstitutionName, barcode: string): SampleId {
    return SampleId(this.index.name('sample', clinic, barcode));
  }

  samplingCode(code: string): SamplingCodeId {
    return SamplingCodeId(this.index.name('sampling-code', code));
  }

  /** A new one each time: no two views are the same. */
  view(): EventId {
    return EventId(this.index.uuid('view', freshBytes(16).toString('hex')));
  }

  /** How somebody without a tie to the subject stands in the subject's log: the same pseudonym for the same pair, another for any other pair. */
  pseudonym(viewer: CitizenId, subject: CitizenId): string {
    return this.index.name('pseudonym', viewer, subject).slice(0, 12);
  }
}
