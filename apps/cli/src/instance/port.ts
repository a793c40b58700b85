import { lookup } from 'node:dns/promises';
import { BoundSocket } from 'node:net';

/** Where nobody asked for a port. */
const PREFERRED = 3000;

const isTaken = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
const takenError = (port: number): Error => new Error(`PORT ${port} is taken: set another, or leave PORT unset for a free one`);

async function isFree(host: string, port: number): Promise<boolean> {
  try {
    new BoundSocket({ host: (await lookup(host)).address, port }).close();
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw named(error);
  }
}

/** What the system says of an address, by the variable that it came from. */
function named(error: unknown): Error {
  const privileged = error instanceof Error && 'code' in error && error.code === 'EACCES';
  return new Error(privileged ? 'PORT must be one that this user may listen on: 1024 or more' : 'HOST must be a name or an address of this machine', { cause: error });
}

/** The port to listen on: the one asked for, else 3000, else 0 for any free one. Rejects, naming PORT, where the one asked for is taken, and HOST, where it is not ours. */
export async function choosePort(host: string, asked: number | undefined): Promise<number> {
  if (asked === undefined) return (await isFree(host, PREFERRED)) ? PREFERRED : 0;
  if (await isFree(host, asked)) return asked;
  throw takenError(asked);
}

/** Serves on the port that was chosen. Somebody may have taken it since, like another instance that started at the same time: then on any free one, unless this one was asked for. */
export async function serveOn<T>({ chosen, asked }: { readonly chosen: number; readonly asked: number | undefined }, serve: (port: number) => Promise<T>): Promise<T> {
  try {
    return await serve(chosen);
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (asked !== undefined && asked !== 0) throw takenError(asked);
    return serve(0);
  }
}
