import { consentAggregate } from '../../libs/application/consent/consent-aggregate.js';
import { guardianshipsAggregate } from '../../libs/application/guardianship/aggregates.js';
import type { Aggregate, Ledger } from '../../libs/application/ledger/index.js';
import type { ProxyView } from '../../libs/application/ports/index.js';
import { streams } from '../../libs/application/streams.js';
import { consentBasis, guardianshipBasis, partiesOf } from '../../libs/domain/access/index.js';
import type { DomainEvent } from '../../libs/domain/codec/index.js';
import { guardianshipIn } from '../../libs/domain/guardianship/index.js';
import type { EventStore } from '../../libs/event-store/index.js';
import { type BasisId, type CitizenId, GuardianshipId } from '../../libs/kernel/index.js';
import { copied } from './recorded.js';
import { UnaskedReadModels } from './unasked-read-models.js';

/** Read models that fold the log when asked: no lag, unless `upTo` says so; no row, if `empty`. */
export class LiveReadModels extends UnaskedReadModels {
  upTo = 1_000_000n;
  empty = false;

  constructor(
    private readonly store: EventStore,
    private readonly ledger: Ledger,
  ) {
    super();
    this.reached = async (position) => position <= this.upTo;
    this.proxyView = (basis, viewer) => this.row(basis, viewer);
    this.haveTie = async () => false;
  }

  private async row(basis: BasisId, viewer: CitizenId): Promise<ProxyView | undefined> {
    const standing = await this.standing(basis);
    if (this.empty || standing === undefined) return undefined;
    const parties = partiesOf(standing);
    if (parties.viewer !== viewer) return undefined;
    const log = await this.store.readAll(0n, 10_000);
    const [enrolled] = log.filter(({ stream, type }) => stream === streams.citizen(parties.subject) && type === 'CitizenEnrolled').map(copied);
    const [requested = null] = log.filter(({ stream, type }) => stream === streams.basis(basis) && type === 'ConsentRequested').map(copied);
    const results = log.filter(({ type, data }) => type === 'ResultRecorded' && Buffer.from(data).includes(parties.subject)).map(copied);
    return enrolled === undefined ? undefined : { basis, subject: parties.subject, enrolled, requested, results };
  }

  private async standing(basis: BasisId) {
    if (basis.startsWith('c_')) return consentBasis(await this.fold(consentAggregate, basis));
    const one = guardianshipIn(await this.fold(guardianshipsAggregate, basis), GuardianshipId(basis));
    return one === undefined ? undefined : guardianshipBasis(one);
  }

  private async fold<State, Event extends DomainEvent>(of: Aggregate<State, Event>, basis: BasisId): Promise<State> {
    return (await this.ledger.load(of, streams.basis(basis))).state;
  }
}
