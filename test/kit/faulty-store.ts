import type { Append, Verdict } from '../../libs/event-store/index.js';
import { MemoryEventStore } from '../../libs/event-store-memory/index.js';

/** What happens to one append of a view: `through` carries it out. */
export type Fault = (through: () => Promise<readonly Verdict[]>) => Promise<readonly Verdict[]>;

/** An event store on which the next appends of views go wrong as planted, one fault each; whatever else is appended goes through. */
export class FaultyStore extends MemoryEventStore {
  private readonly faults: Fault[] = [];

  plant(...faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  override async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    const view = appends.some(({ events }) => events.some(({ type }) => type === 'ViewDisclosed'));
    const fault = view ? this.faults.shift() : undefined;
    const through = () => super.appendAll(appends);
    return fault === undefined ? through() : fault(through);
  }
}
