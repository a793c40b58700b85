/** Settings of the server without which an acknowledged event may be lost. */
export interface DurabilitySettings {
  readonly fsync: string;
  readonly synchronousCommit: string;
  readonly fullPageWrites: string;
}

interface Asked {
  query(text: string): Promise<{ readonly rows: readonly unknown[] }>;
}

/** What the server has set for sessions like the one asked: ask as the role that appends. */
export async function durabilitySettings(client: Asked): Promise<DurabilitySettings> {
  const { rows } = await client.query(
    `select current_setting('fsync') as "fsync", current_setting('synchronous_commit') as "synchronousCommit", current_setting('full_page_writes') as "fullPageWrites"`,
  );
  const [settings] = rows;
  return settings as DurabilitySettings;
}
