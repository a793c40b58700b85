import type { Session } from '../../../../libs/embedded-postgres/index.js';

/** Stands in the log's database from before a restore writes to after its check. */
export const RESTORE_MARK = 'public.xinma_restore';

/** Whether a restore began here that was not found whole. Every role may look. */
export async function isHalfRestored(session: Session): Promise<boolean> {
  const { rows } = await session.query("SELECT FROM pg_class WHERE relname = 'xinma_restore' AND relnamespace = to_regnamespace('public')");
  return rows.length > 0;
}

/** What is then said of a restore, and how to mend it. */
export const HALF_RESTORED = ['was cut here, or its check found something wrong', 'run xinma restore with this backup again, it starts over'] as const;

/** For whatever serves, records or tells what is recorded: rejects where a restore was not found whole. The log may lack revocations, and what is recorded on it stands nowhere else. */
export async function demandRestored(session: Session): Promise<void> {
  if (await isHalfRestored(session)) throw new Error(`a restore ${HALF_RESTORED.join(': ')}`);
}
