import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { PROGRAM } from '../kit/program.js';
import { onServer } from './server.js';

it('the demo plays its whole story on the server', () => {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, 'demo'], { env: onServer(), encoding: 'utf8' });
  expect(stdout).toContain('demo: ok');
  expect(status).toBe(0);
});
