import type { Cluster, Connection, Connections } from '../../../../libs/embedded-postgres/index.js';
import type { Part } from '../../../../libs/own-postgres/index.js';
import { type Finding, ok, warn, wrong } from './finding.js';
import { unreachable } from './unreachable.js';
import { lookAtRights } from './rights.js';

/** The parts that a look at a database needs, and those whose passwords are held besides. */
export type Held = Pick<Connections, 'api' | 'keys'> & Partial<Connections>;

const PARTS: readonly Part[] = ['api', 'keys', 'projector', 'owner', 'keysOwner'];

/** Codes of a server that does not let a role in: by its password, by who it is. */
const SHUT = new Set(['28P01', '28000']);

/** What was found of all, and whether those who serve can go on looking. */
export interface Roles {
  readonly findings: readonly Finding[];
  readonly serve: boolean;
}

/** Looks as each role. `passwords`: where those of the embedded server are. */
export async function lookAtRoles(held: Held, passwords: string): Promise<Roles> {
  const found = await Promise.all(PARTS.map((part) => lookAs(part, held[part], passwords)));
  const findings = found.flat();
  const users = new Set(PARTS.flatMap((part) => held[part]?.user ?? []));
  const serve = [0, 1].every((index) => found[index]?.length === 0);
  return { serve, findings: findings.length > 0 ? findings : [ok('roles', `${[...users].join(', ')} are let in, with the rights that they need`)] };
}

async function lookAs(part: Part, at: Connection | undefined, passwords: string): Promise<readonly Finding[]> {
  if (at === undefined) return [];
  try {
    return await lookAtRights(part, at);
  } catch (error) {
    return isShut(error) ? [shut(at.user, passwords)] : unreachable(error);
  }
}

const isShut = (error: unknown): boolean => error instanceof Error && 'code' in error && SHUT.has(String(error.code));

function shut(user: string, passwords: string): Finding {
  const copy = `put back the copy of ${passwords} that belongs to this data`;
  const mend = user === 'postgres' ? copy : `${copy}, or give ${user} the password in it (as postgres: ALTER ROLE ${user} PASSWORD …)`;
  return wrong('roles', `the server does not let ${user} in by its password`, mend);
}

/** Whether the embedded server's roles and databases are there and shut to others, and its superuser is let in, who would make them. Makes nothing. */
export async function lookAtDoors(cluster: Cluster, passwords: string): Promise<readonly Finding[]> {
  try {
    if (await cluster.isPrepared()) return [];
    return [warn('roles', 'roles or databases are missing, or open to others than their own', 'npm start puts that right')];
  } catch (error) {
    if (isShut(error)) return [shut('postgres', passwords)];
    throw error;
  }
}
