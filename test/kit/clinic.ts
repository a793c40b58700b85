import { RegisterSample, RegisterSampleHandler } from '../../libs/application/samples/register-sample.js';
import { ImportResults, ImportResultsHandler } from '../../libs/application/samples/import-results.js';
import { SampleDesk } from '../../libs/application/samples/sample-desk.js';
import { type LabLine, PageDesk, type RowVerdict } from '../../libs/application/samples/page-desk.js';
import type { Duty } from '../../libs/application/request.js';
import { type CitizenId, InstitutionId, type Instant, StaffId } from '../../libs/kernel/index.js';
import type { Registry } from './registry.js';

/** A testing institution beside a registry, in memory. */
export class Clinic {
  readonly duty: Duty;
  private imports = 0;

  constructor(
    readonly registry: Registry,
    institution = 'clinic-east',
  ) {
    this.duty = { staff: StaffId('c1'.repeat(16)), role: 'clinic', institution: InstitutionId(institution) };
  }

  /** Scans a code for a tube; a key used again is a retry. `self`: the member of staff as a citizen. */
  register(scanned: { readonly code: string; readonly barcode: string; readonly collectedAt?: Instant }, key: string = scanned.barcode, self?: CitizenId) {
    const { ledger, clock, readModels, names, people } = this.registry;
    return new RegisterSampleHandler(ledger, clock, readModels, names, people).execute(new RegisterSample(this.request(key, self, JSON.stringify(scanned)), this.duty, scanned));
  }

  /** Sends lines; their verdicts. */
  async import(lines: readonly (string | LabLine)[]): Promise<readonly RowVerdict[]> {
    const verdicts: RowVerdict[] = [];
    for await (const page of await this.stream(linesOf(lines))) verdicts.push(...page);
    return verdicts;
  }

  /** Sends a stream of lines; its verdicts as they come. */
  async stream(lines: AsyncIterable<readonly LabLine[]>): Promise<AsyncIterable<readonly RowVerdict[]>> {
    const { ledger, clock, names, people } = this.registry;
    this.imports += 1;
    const outcome = await new ImportResultsHandler(new PageDesk(ledger, clock, names, people)).execute(new ImportResults(this.request(`import-${this.imports}`), this.duty, lines));
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    return outcome.value;
  }

  /** The desk where results are corrected and withdrawn, and barcodes released. */
  get desk(): SampleDesk {
    return new SampleDesk(this.registry.ledger, this.registry.clock, this.registry.readModels);
  }

  /** A request of its staff. */
  request(key: string, self?: CitizenId, body = '') {
    return this.registry.request(`staff-of-${this.duty.institution}`, key, self, body);
  }
}

async function* linesOf(lines: readonly (string | LabLine)[]): AsyncGenerator<readonly LabLine[]> {
  yield lines.map((line) => (typeof line === 'string' ? { kind: 'line', bytes: Buffer.from(line) } : line));
}
