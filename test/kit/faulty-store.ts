import type { Append, Verdict } from '../../libs/event-store/index.js';
import { MemoryEventStore } from '../../libs/event-store-memory/index.js';

/** What happens to one such append: `through` carries it out. */
export type Fault = (through: () => Promise<readonly Verdict[]>) => Promise<readonly Verdict[]>;

/** An event store on which the next appends of one type of event go wrong as planted, one fault each; whatever else is appended goes through. */
export class FaultyStore extends MemoryEventStore {
  private readonly faults: Fault[] = [];

  constructor(private readonly victim = 'ViewDisclosed') {
    super();
  }

  plant(...faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  /** From here on everything goes through. */
  heal(): void {
    this.faults.length = 0;
  }

  override async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    const meant = appends.some(({ events }) => events.some(({ type }) => type === this.victim));
    const fault = meant ? this.faults.shift() : undefined;
    const through = () => super.appendAll(appends);
    return fault === undefined ? through() : fault(through);
  }
}
