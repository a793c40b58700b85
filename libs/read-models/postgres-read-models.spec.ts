import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Pool } from 'pg';
import { ReadModelsUnavailable } from '../application/ports/index.js';
import { PositionHint } from './position-hint.js';
import { PostgresReadModels } from './postgres-read-models.js';

let nowhere: string;
let pool: Pool;
beforeEach(() => {
  nowhere = mkdtempSync(join(tmpdir(), 'xinma-no-postgres-'));
  pool = new Pool({ host: nowhere });
});
afterEach(async () => {
  await pool.end();
  rmSync(nowhere, { recursive: true });
});

describe('Read models whose database is away', () => {
  it.each([
    ['a session was lost while nothing was asked', async () => void pool.emit('error', new Error('terminated'))],
    ['a session was ended that nobody needed', async () => void pool.emit('remove', new Client())],
    ['a question was not answered', async (readModels: PostgresReadModels) => readModels.position().then(() => undefined, () => undefined)],
  ])('forget how far they were, for it may come back with less: %s', async (_why, happens: (readModels: PostgresReadModels) => Promise<void>) => {
    const hint = new PositionHint();
    const readModels = new PostgresReadModels(pool, hint);
    hint.advance(6n);
    expect(await readModels.reached(6n, 0)).toBe(true);
    await happens(readModels);
    expect(await readModels.reached(6n, 0)).toBe(false);
  });

  it('say so, and what the driver said of it', async () => {
    const asking = new PostgresReadModels(pool).position();
    await expect(asking).rejects.toThrow(ReadModelsUnavailable);
    await expect(asking).rejects.toMatchObject({ cause: { code: 'ENOENT' } });
  });
});
