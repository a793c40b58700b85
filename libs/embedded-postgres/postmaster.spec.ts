import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runningOn } from './postmaster.js';

const TOGGLE = `
  const { workerData, parentPort } = require('node:worker_threads');
  const fs = require('node:fs');
  parentPort.postMessage('begun');
  for (const until = Date.now() + 400; Date.now() < until; ) {
    fs.writeFileSync(workerData, '');
    fs.rmSync(workerData);
  }`;

describe('a server that starts or ends while it is looked for', () => {
  const data = mkdtempSync(join(tmpdir(), 'xinma-postmaster-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('is not there yet, or no longer: its file comes and goes at any moment', async () => {
    const worker = new Worker(TOGGLE, { eval: true, workerData: join(data, 'postmaster.pid') });
    const ended = new AbortController();
    worker.once('exit', () => ended.abort());
    await once(worker, 'message');
    while (!ended.signal.aborted) {
      for (let looks = 0; looks < 500; looks += 1) expect(runningOn(data)).toBeUndefined();
      await new Promise(setImmediate);
    }
  });
});
