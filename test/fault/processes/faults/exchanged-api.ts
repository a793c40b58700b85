import { readFileSync } from 'node:fs';
import { PROGRAM } from '../../../kit/program.js';
import type { Fault } from './fault.js';

/** The kernel says which program a process was started from. */
const isRunning = (pid: number, program: string): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(program);

/** An API process ends, as in a rollout, and one of the other version is started in its place: of the older one beside today's, or of today's again. */
export const exchangedApi: Fault = {
  name: 'an API process is exchanged for one of another version, or back',
  at: 'api',
  weight: 2,
  impossible: ({ older }) => older.why,
  async strike({ stage: { apis, older: { program = PROGRAM } }, random }) {
    // Never both are old: the command that rebuilds, and the projector, are of today.
    const { life } = apis.find(({ life }) => life.program !== PROGRAM) ?? random.pick(apis);
    const isBack = life.program !== PROGRAM;
    const isClean = await life.end('SIGTERM');
    life.program = isBack ? PROGRAM : program;
    await life.start();
    if (!isClean) throw new Error(`${life.name} did not end`);
    return { bit: program !== PROGRAM && isRunning(life.pid, life.program), seen: `${life.name} is of ${isBack ? 'this' : 'the older'} version` };
  },
};
