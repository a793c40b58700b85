import type { Stage } from './stage.js';
import type { State } from './states.js';
import type { Coming, Visitor } from './visitor.js';

/** One device: whoever is signed in stays until the next state is somebody else's. */
export class Seat {
  private visitor: Visitor | undefined;
  private who = '';

  /** `before`: a script that runs before every page. */
  constructor(
    private readonly stage: Stage,
    private readonly coming: Coming,
    private readonly before = '',
  ) {}

  async for({ who, acr }: State): Promise<Visitor> {
    const wanted = `${who} ${acr}`;
    if (this.visitor !== undefined && this.who === wanted) return this.visitor;
    await this.leave();
    this.visitor = await this.stage.visitor(this.coming);
    this.who = wanted;
    if (this.before !== '') await this.visitor.context.addInitScript(this.before);
    if (who !== undefined) await this.visitor.signIn(who, acr);
    return this.visitor;
  }

  async leave(): Promise<void> {
    await this.visitor?.leave();
    this.visitor = undefined;
  }
}
