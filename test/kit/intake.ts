import { randomBytes } from 'node:crypto';
import { EventStore, type RecordedEvent } from '../../libs/event-store/index.js';
import { Instance, type Person } from './instance.js';

/** What an import answered: `said` are its verdicts, in order. */
export interface Imported {
  readonly status: number;
  readonly said: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An instance with people of one card each, and a clinic that sends results in. */
export class Intake {
  /** When every tube was filled. */
  readonly collected = '2026-11-20T07:00:00Z';
  private readonly codes: string[] = [];

  private constructor(
    readonly instance: Instance,
    readonly nurse: Person,
    /** Who prepares: the same nurse, and a registrar. */
    private readonly desk: Person,
    private readonly registrar: Person,
  ) {}

  static async start(): Promise<Intake> {
    const instance = await Instance.start({ at: '2026-11-20T08:00:00Z' });
    const [nurse, desk, registrar] = await Promise.all([instance.as('nurse-zhou'), instance.preparing('nurse-zhou'), instance.preparing('registrar-lin')]);
    return new Intake(instance, nurse, desk, registrar);
  }

  get address(): string {
    return this.instance.address;
  }

  get token(): string {
    return this.nurse.token ?? '';
  }

  /** Barcodes of so many new tubes, registered by a clinic's nurse. */
  async tubes(count: number, nurse = this.desk): Promise<readonly string[]> {
    const barcodes: string[] = [];
    while (barcodes.length < count) {
      const barcode = `B-${randomBytes(6).toString('hex')}`;
      const { status } = await nurse.post('/v1/samples', { code: await this.code(), barcode });
      if (status !== 201) throw new Error(`a tube was not registered: ${status}`);
      barcodes.push(barcode);
    }
    return barcodes;
  }

  /** A good row a line for each barcode. */
  rows(...barcodes: readonly (string | undefined)[]): string {
    return barcodes.map((ci) => `${JSON.stringify({ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: this.collected, ci })}\n`).join('');
  }

  /** Sends a body as the clinic, or as whoever `token` speaks for. */
  async send(body: string | Uint8Array, headers: Readonly<Record<string, string>> = { 'content-type': 'application/x-ndjson' }, token = this.token): Promise<Imported> {
    const bytes = new Uint8Array(Buffer.from(body));
    const response = await fetch(new URL('/v1/results/imports', this.address), { method: 'POST', body: bytes, headers: { authorization: `Bearer ${token}`, ...headers } });
    const lines = (await response.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    return { status: response.status, said: lines.map(({ verdict }) => verdict).join(' '), body: lines[0] ?? {} };
  }

  /** All events of one type. */
  async log(type: string): Promise<readonly RecordedEvent[]> {
    const store = this.instance.server.app.get(EventStore);
    const events: RecordedEvent[] = [];
    for (let page = await store.readAll(0n, 1_000); page.length > 0; page = await store.readAll(page.at(-1)?.position ?? 0n, 1_000)) events.push(...page);
    return events.filter((event) => event.type === type);
  }

  close(): Promise<void> {
    return this.instance.close();
  }

  /** A code of a card; a new person where the last card is used up. */
  private async code(): Promise<string> {
    const code = this.codes.pop();
    if (code !== undefined) return code;
    const document = { type: 'passport', state: 'AT', number: randomBytes(5).toString('hex').toUpperCase() };
    const { body } = await this.registrar.post('/v1/registry/enrolments', { name: { family: 'Huber', given: 'Anna' }, document, birthDate: '1980-05-05' });
    const codes: unknown = body['codes'];
    if (!Array.isArray(codes)) throw new Error('nobody was enrolled');
    this.codes.push(...codes.map(String));
    return this.code();
  }
}
