import { type Bug, BUGS } from './bugs.js';

const PAGE = 'libs/read-models/page.ts';

/** Bugs of the simulation's list that have to show with real processes, too. */
const BOTH = new Set(['a decision is cached for a second', 'the revision is not checked', 'a conflict releases a view', 'a key is not looked for']);

/** Bugs that only a real database and real processes can show, and some that both ways have to find. */
export const MACHINE_BUGS: readonly Bug[] = [
  { name: 'an append is acknowledged before the disk has it', file: 'libs/event-store-postgres/line.ts', from: 'const OPTIONS = [...PLANS, ISOLATION, BYTES]', to: "const OPTIONS = [...PLANS, 'synchronous_commit=off', ISOLATION, BYTES]" },
  { name: 'the checkpoint is moved before the rows are there', file: PAGE, from: '  const events = fresh.filter(', to: "  await saveCheckpoint(client, schema, last.position);\n  if (schema === SCHEMA) await client.query('COMMIT');\n  if (schema === SCHEMA) await client.query(BEGIN_WRITING);\n  const events = fresh.filter(" },
  { name: 'a rebuild swaps before it has caught up', file: 'libs/read-models/rebuild/rebuild.ts', from: 'for (let position = await checkpointOf(client, BESIDE); position < target; ) position', to: 'let position = await checkpointOf(client, BESIDE); if (position > target) position' },
  { name: 'a projector that was interrupted does not try again', file: 'apps/projector/src/projector.ts', from: '        if (final) throw error;', to: '        throw error;' },
  { name: 'a database that ended is not started again', file: 'libs/embedded-postgres/supervisor.ts', from: 'this.work = this.restart(socket);', to: 'void socket;' },
  { name: 'whoever hangs up before they were read keeps a place', file: 'apps/api/src/edge/overload/stay.ts', from: '!wasRead(request)', to: '!request.complete' },
  { name: 'whoever hangs up on a page keeps a place', file: 'apps/api/src/edge/overload/stay.ts', from: 'if (answer.closed || answer.destroyed)', to: 'if (answer.writableEnded)' },
  ...BUGS.filter(({ name }) => BOTH.has(name)),
];
