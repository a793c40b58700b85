import { setTimeout as sleep } from 'node:timers/promises';
import { askAndHangUp } from '../clients/ask-and-hang-up.js';
import type { Fault } from './fault.js';
import { becomes } from './upon.js';

/** As many as may be under way where nothing was measured, so often that a place kept now and then fills a process. */
const [AT_ONCE, BURSTS] = [64, 20];

/** Addresses of what the pages are made of, as the first one names it. */
const filesOf = (page: string): readonly string[] => page.match(/\/web\/[\w.-]+/g) ?? [];

/** A crowd asks for a page or to see somebody and is gone at once, again and again: whoever comes after them finds the door open. A file is read from the disk for the first of them alone. */
export const hungUpClients: Fault = {
  name: 'many clients ask and hang up at once',
  at: 'ground',
  weight: 1.5,
  async strike({ stage, sender, random }) {
    const through = random.below(2);
    const { life } = stage.apis[through] ?? stage.apis[0];
    if (!(await becomes(() => life.isReady, 20_000))) return { bit: false, seen: `${life.name} was away` };
    const page = await fetch(life.said).then((answer) => answer.text(), () => '');
    let came = 0;
    for (const path of filesOf(page)) came += (await askAndHangUp(life.said, Array.from({ length: AT_ONCE }, () => ({ path })))).came;
    for (let burst = 0; burst < BURSTS; burst += 1) {
      const looks = Array.from({ length: AT_ONCE }, () => random.pick(sender.seen.consents));
      came += await sender.sendAndHangUp(looks.map(({ viewer, consent, terms: { purpose } }) => ({ kind: 'view', by: viewer, basis: consent, scope: 'status', purpose })), through);
      await sleep(random.around(40));
    }
    return { bit: came > 0, seen: `${came} did at ${life.name}` };
  },
};
