import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { numberEnd, surname } from '../../domain/citizen/mask.js';
import { register, type Sample, type SamplingCode, useSamplingCode } from '../../domain/sample/index.js';
import { type CitizenId, type Instant, type Refused, refused, type SampleId } from '../../kernel/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { People } from '../people/people.js';
import { Clock } from '../ports/index.js';
import type { RefusalCode } from '../refusal-codes.js';
import type { CommandRequest, Duty } from '../request.js';
import { type OwnTies, Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { sampleAggregate } from './sample-aggregate.js';
import { samplingCodeAggregate } from './sampling-code-aggregate.js';

/** A clinic scans somebody's code and the barcode of the tube it just filled. `collectedAt`: undefined for now. */
export class RegisterSample {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly scanned: { readonly code: string; readonly barcode: string; readonly collectedAt?: Instant | undefined },
  ) {}
}

/** To compare with the document on the table. `flagged`: this member of staff has a private tie with the person. */
export interface SampleShown {
  readonly sample: SampleId;
  readonly surname: string;
  readonly numberEnd: string;
  readonly flagged: boolean;
}

interface Scan {
  readonly request: CommandRequest;
  readonly duty: Duty;
  readonly sample: SampleId;
  readonly barcode: string;
  readonly collectedAt: Instant | undefined;
  readonly ties: OwnTies;
}

@CommandHandler(RegisterSample)
export class RegisterSampleHandler implements ICommandHandler<RegisterSample, Outcome<SampleShown>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly people: People,
    private readonly ties: Ties,
  ) {}

  async execute({ request, duty, scanned }: RegisterSample): Promise<Outcome<SampleShown>> {
    const ties = await this.ties.ownOf(request.actor);
    if (ties === undefined) return refused('read-models-behind');
    const { code, barcode, collectedAt } = scanned;
    const scan: Scan = { request, duty, barcode, collectedAt, ties, sample: this.names.sample(duty.institutionName, barcode) };
    const codeStream = streams.samplingCode(this.names.samplingCode(code));
    const [{ state: held }, { state: tube }] = await Promise.all([
      this.ledger.load(samplingCodeAggregate, codeStream),
      this.ledger.load(sampleAggregate, streams.sample(scan.sample)),
    ]);
    const wasted = this.wouldWaste(scan, held, tube);
    if (wasted !== undefined) return wasted;
    // The use goes in first: whatever comes between, the code is never good for a second tube, and a retry finishes this one.
    const used = await perform(this.ledger, this.clock, {
      of: samplingCodeAggregate,
      stream: codeStream,
      request,
      decide: (state, at) => useSamplingCode({ ...scanOf(scan), at }, state),
    });
    if (used.kind === 'refused') return used;
    return used.after.state.status === 'used' ? this.registerFor(used.after.state.citizen, scan) : refused('code-expired');
  }

  /** What would be refused after the code was used up is refused before. */
  private wouldWaste(scan: Scan, code: SamplingCode, tube: Sample): Refused<RefusalCode> | undefined {
    const { sample, collectedAt } = scan;
    const mine = code.status === 'used' && code.sample === sample;
    if (tube.status !== 'none' && !mine) {
      // Told to nobody but who has a person before them: who makes up codes could find by it the tubes that they are not to know of.
      const use = useSamplingCode({ ...scanOf(scan), at: this.clock.now() }, code);
      return use.kind === 'refused' ? use : refused('barcode-taken', 'barcode');
    }
    return tube.status === 'none' && collectedAt !== undefined && collectedAt > this.clock.now() ? refused('time', 'collectedAt') : undefined;
  }

  private async registerFor(citizen: CitizenId, { request, duty, sample, barcode, collectedAt, ties }: Scan): Promise<Outcome<SampleShown>> {
    const [flagged, person] = await Promise.all([ties.isTied(request.actor, citizen), this.people.personOf(citizen)]);
    if (person === undefined) return refused('code-expired');
    const { staff, institution: clinic } = duty;
    const registered = await perform(this.ledger, this.clock, {
      of: sampleAggregate,
      stream: streams.sample(sample),
      request,
      decide: (state, at) => register({ sample, clinic, citizen, staff, flagged, collectedAt: collectedAt ?? at, barcode, at }, state),
    });
    if (registered.kind === 'refused') return registered;
    return done({ sample, surname: surname(person.name), numberEnd: numberEnd(person.document.number), flagged });
  }
}

const scanOf = ({ request, duty, sample }: Scan) => ({ sample, clinic: duty.institution, staff: duty.staff, self: request.actor.citizen });
