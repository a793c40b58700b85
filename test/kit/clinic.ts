import { RegisterSample, RegisterSampleHandler } from '../../libs/application/samples/register-sample.js';
import { ImportResults, ImportResultsHandler } from '../../libs/application/samples/import-results.js';
import { SampleDesk } from '../../libs/application/samples/sample-desk.js';
import { type LabLine, PageDesk, type RowVerdict } from '../../libs/application/samples/page-desk.js';
import type { Duty, Standing } from '../../libs/application/request.js';
import { type CitizenId, type Instant, StaffId } from '../../libs/kernel/index.js';
import { atInstitution } from './institutions.js';
import type { Registry } from './registry.js';

/** A testing institution beside a registry, in memory. */
export class Clinic {
  readonly duty: Duty;
  private imports = 0;

  constructor(
    readonly registry: Registry,
    institution = 'clinic-east',
    private readonly intake = intakeOf(registry),
  ) {
    this.duty = { staff: StaffId('c1'.repeat(16)), role: 'clinic', ...atInstitution(institution) };
  }

  /** Another institution that sends its results to the same process. */
  beside(institution: string): Clinic {
    return new Clinic(this.registry, institution, this.intake);
  }

  /** Scans a code for a tube; a key used again is a retry. `self`: the member of staff as a citizen. */
  register(scanned: { readonly code: string; readonly barcode: string; readonly collectedAt?: Instant }, key: string = scanned.barcode, self?: CitizenId) {
    const { ledger, clock, names, people, dealings } = this.registry;
    return new RegisterSampleHandler(ledger, clock, names, people, dealings).execute(new RegisterSample(this.request(key, self, JSON.stringify(scanned)), this.duty, scanned));
  }

  /** Sends lines; their verdicts. `self`: the member of staff as a citizen. */
  async import(lines: readonly (string | LabLine)[], self?: CitizenId): Promise<readonly RowVerdict[]> {
    const verdicts: RowVerdict[] = [];
    for await (const page of await this.stream(linesOf(lines), self)) verdicts.push(...page);
    return verdicts;
  }

  /** Sends a stream of lines; its verdicts as they come. `stands`: judges the sender again. */
  async stream(lines: AsyncIterable<readonly LabLine[]>, self?: CitizenId, stands: Standing = async () => undefined): Promise<AsyncIterable<readonly RowVerdict[]>> {
    this.imports += 1;
    const outcome = await this.intake.execute(new ImportResults(this.request(`import-${this.imports}`, self), this.duty, lines, stands));
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    return outcome.value;
  }

  /** The desk where results are corrected and withdrawn, and barcodes released. */
  get desk(): SampleDesk {
    const { ledger, clock, dealings, institutions } = this.registry;
    return new SampleDesk(ledger, clock, dealings, institutions);
  }

  /** A request of its staff. */
  request(key: string, self?: CitizenId, body = '') {
    return this.registry.request(`staff-of-${this.duty.institutionName}`, key, self, body);
  }
}

const intakeOf = ({ ledger, clock, names, people, dealings }: Registry) => new ImportResultsHandler(new PageDesk(ledger, clock, names, people, dealings));

async function* linesOf(lines: readonly (string | LabLine)[]): AsyncGenerator<readonly LabLine[]> {
  yield lines.map((line) => (typeof line === 'string' ? { kind: 'line', bytes: Buffer.from(line) } : line));
}
