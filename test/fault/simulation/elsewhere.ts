import { fork } from 'node:child_process';
import { NOTHING, type Tally } from './tally.js';

/** Plays seeds in another process, by this program, which tells how far it is. */
export function elsewhere(program: string, from: number, count: number, heard: (tally: Tally) => void = () => undefined): Promise<Tally> {
  return new Promise((done, failed) => {
    let last = NOTHING;
    const player = fork(program, [String(from), String(count)]);
    player.on('message', (tally) => {
      last = tally as Tally;
      heard(last);
    });
    player.once('error', failed);
    player.once('exit', () => (last.seeds === count ? done(last) : failed(new Error(`a player ended after ${last.seeds} of ${count} seeds`))));
  });
}
