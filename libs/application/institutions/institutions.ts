import { Injectable } from '@nestjs/common';
import { type Institution, nameInstitution } from '../../domain/institution/index.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { type InstitutionId, type InstitutionName, opened } from '../../kernel/index.js';
import { BlindIndex, VaultUnavailable } from '../../vault/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { Names } from '../names.js';
import { Clock } from '../ports/index.js';
import { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { institutionAggregate } from './institution-aggregate.js';

/** What institutions are called. Events say their ids; whoever shows one to a person asks here. A name is for good: each is read once in a process. */
@Injectable()
export class Institutions {
  /** Those whose names stand in the log. */
  private readonly named = new Map<InstitutionId, InstitutionName>();
  /** Names that are being read: whoever asks meanwhile is answered with them. A page of somebody's log says the same clinic a hundred times. */
  private readonly asked = new Map<InstitutionId, Promise<InstitutionName>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly index: BlindIndex,
  ) {}

  /** Its name. Rejects where it cannot be read: an id tells a person nothing. */
  async nameOf(institution: InstitutionId): Promise<InstitutionName> {
    return this.named.get(institution) ?? this.ledger.formerName(institution) ?? (await this.readOnce(institution));
  }

  /** The same of one whose staff is about to act, which events will say the id of. */
  async nameOfActing(institution: InstitutionId): Promise<InstitutionName> {
    await this.carryOver(institution);
    return this.nameOf(institution);
  }

  /** Before a new event says the id of an institution whose name only older events have: a process that has not read those could not tell. Of any other it does nothing. */
  async carryOver(institution: InstitutionId): Promise<void> {
    const former = this.named.has(institution) ? undefined : this.ledger.formerName(institution);
    if (former !== undefined) await this.name(former);
  }

  /**
   * Writes the name down, where it does not stand in the log yet or its key was lost; its id. Rejects where it is not certain that it can be read: nothing may say the id then.
   * Also of one that this process remembers: others may not be able to read it.
   */
  async name(name: InstitutionName): Promise<InstitutionId> {
    const institution = this.names.institution(name);
    const stream = streams.institution(institution);
    const { revision } = await this.ledger.load(institutionAggregate, stream);
    const performed = await perform(this.ledger, this.clock, {
      of: institutionAggregate,
      stream,
      request: this.request(institution, revision),
      decide: (state, at) => nameInstitution({ institution, name, at }, state),
    });
    if (performed.kind === 'refused') throw new StoreUnavailable();
    nameIn(performed.after.state);
    this.named.set(institution, name);
    return institution;
  }

  private readOnce(institution: InstitutionId): Promise<InstitutionName> {
    const name = this.asked.get(institution) ?? this.read(institution).finally(() => this.asked.delete(institution));
    this.asked.set(institution, name);
    return name;
  }

  private async read(institution: InstitutionId): Promise<InstitutionName> {
    const { state } = await this.ledger.load(institutionAggregate, streams.institution(institution));
    const name = nameIn(state);
    this.named.set(institution, name);
    return name;
  }

  /** A request that no account made: the same one, whoever appoints there first; another one after each naming that was found there, which is written again where nobody can read it. */
  private request(institution: InstitutionId, found: bigint | undefined): CommandRequest {
    const actor = { account: this.names.account('xinma:server', 'institutions'), assurance: 'al1', citizen: undefined, duty: undefined } as const;
    return new CommandRequest(actor, this.clock.now(), this.index, ['institution', institution, ...(found === undefined ? [] : [String(found)])], ['']);
  }
}

/** The name, where it can be read. */
function nameIn(state: Institution): InstitutionName {
  // Nothing says an id that was not named: a log that does not have the name is not all there.
  if (state.status === 'none') throw new StoreUnavailable();
  const name = opened(state.name);
  if (name === undefined) throw new VaultUnavailable();
  return name;
}
