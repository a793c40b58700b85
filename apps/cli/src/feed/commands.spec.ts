import { expect, it } from '@jest/globals';
import { importCommand, seedCommand } from './commands.js';

it.each(['2026-13-01', 'today', '9999-01-01'])('A date that a feed can’t be moved up to is named by its option: %s', async (asOf) => {
  for (const command of [importCommand, seedCommand]) await expect(command({}, 'feed.ndjson', { asOf })).rejects.toThrow('--as-of is a date (YYYY-MM-DD), today (UTC) at the latest');
});

it.each(['', '/nowhere/feed.ndjson'])('A place for a generated feed that is none is named before anybody is registered for it: %j', async (out) => {
  await expect(seedCommand({}, undefined, { generate: '5', out })).rejects.toThrow('--out is a file in a folder that can be written');
});
