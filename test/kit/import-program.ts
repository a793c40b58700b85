import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROGRAM } from './program.js';

/** `xinma import` as a program, run by a clinic's staff and given its standard input. */
export class ImportProgram {
  private readonly children: ChildProcess[] = [];

  constructor(private readonly token: () => string) {}

  /** `said`: what it has said so far. `ended`: with which code, and all that it said. */
  run(...args: readonly string[]) {
    const child = spawn(process.execPath, [PROGRAM, 'import', ...args], { env: { ...process.env, XINMA_TOKEN: this.token(), NO_COLOR: '1' }, stdio: ['pipe', 'pipe', 'pipe'] });
    this.children.push(child);
    const said: string[] = [];
    for (const out of [child.stdout, child.stderr]) out.setEncoding('utf8').on('data', (part: string) => said.push(part));
    const ended = once(child, 'close').then(([code]) => ({ code: code as unknown, output: said.join('') }));
    return { child, stdin: child.stdin, said, ended };
  }

  /** Ends all of them: one whose test failed midway would wait for its input for ever, and the suite for it. */
  end(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }
}
