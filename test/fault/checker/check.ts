import { storiesOf } from './bases.js';
import { checkCommands } from './check-commands.js';
import { checkLog } from './check-log.js';
import { checkRefusals } from './check-refusals.js';
import { checkRows } from './check-rows.js';
import { checkViews } from './check-views.js';
import type { Finding, History } from './history.js';

/** Everything that is wrong with a run, by name; nothing where every promise that can be seen from outside was kept. Pure. */
export function check(history: History): readonly Finding[] {
  const stories = storiesOf(history.log);
  return [
    ...checkLog(history.log),
    ...checkViews(history, stories),
    ...checkRefusals(history, stories),
    ...checkCommands(history),
    ...checkRows(history, stories),
    ...checkDecided(history),
  ];
}

/** Who only ever says "perhaps" breaks no promise and serves nobody. */
function checkDecided({ operations, decided }: History): readonly Finding[] {
  const open = operations.filter(({ outcome }) => outcome === 'failed' || outcome === 'unanswered').length;
  const isEnough = operations.length - open >= decided * operations.length;
  return isEnough ? [] : [{ name: 'undecided', what: `${open} of ${operations.length} operations` }];
}
