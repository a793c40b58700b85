import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server, type Socket, createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A wire between a store and its server that can be told to fail. */
export interface Wire {
  /** Folder of the socket to connect to instead. */
  readonly host: string;
  /** From now on the next batch arrives, and the connection dies before its answer does. */
  readonly loseNextAnswer: () => void;
  /** What is said from now on arrives, and no answer comes back, until `heal`; what is connected then stays silent. */
  readonly silence: () => void;
  readonly heal: () => void;
  readonly close: () => Promise<void>;
}

/** The statement that a batch binds to, by its name. */
const APPEND = Buffer.from('\0append\0');

/** The server is ready again, and in no transaction: what was committed is committed. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

interface State {
  losing: boolean;
  silent: boolean;
}

/** What one end says, as it arrives at the other. */
type Says = (bytes: Buffer) => Buffer;

/** Who is misheard on a wire. */
interface Misheard {
  readonly server: Says;
  readonly store: Says;
}

const AS_SAID: Misheard = { server: (bytes) => bytes, store: (bytes) => bytes };

const [BEGIN, BEGUN] = [/begin/i, Buffer.from('begun')];

/** A session whose first transaction the server refuses to begin: what it says instead is no statement. */
export function withoutBeginning(): Says {
  let begun = false;
  return (bytes) => {
    const at = begun ? -1 : bytes.toString('latin1').search(BEGIN);
    if (at === -1) return bytes;
    begun = true;
    return Buffer.concat([bytes.subarray(0, at), BEGUN, bytes.subarray(at + BEGUN.length)]);
  };
}

const ENGLISH = Buffer.from('SERROR\0');
const SWEDISH = Buffer.from('SFEL\0');

/** A server whose messages are in Swedish: with an error comes its severity in the language of the server's messages. */
export function inSwedish(bytes: Buffer): Buffer {
  const at = bytes.indexOf(ENGLISH);
  if (at < 5) return bytes;
  const said = Buffer.concat([bytes.subarray(0, at), SWEDISH, inSwedish(bytes.subarray(at + ENGLISH.length))]);
  said.writeInt32BE(bytes.readInt32BE(at - 4) - ENGLISH.length + SWEDISH.length, at - 4);
  return said;
}

/** Puts a wire in front of a server's socket. */
export async function wireTo(host: string, port: number, misheard: Partial<Misheard> = {}): Promise<Wire> {
  const folder = await mkdtemp(join(tmpdir(), 'xinma-wire-'));
  const file = `.s.PGSQL.${port}`;
  const open = new Set<Socket>();
  const state: State = { losing: false, silent: false };
  const server: Server = createServer((store) => {
    const backend = createConnection(join(host, file));
    for (const socket of [store, backend]) open.add(socket.on('error', () => socket.destroy()));
    pass(store, backend, { state, misheard: { ...AS_SAID, ...misheard } });
  });
  await new Promise<void>((resolve) => server.listen(join(folder, file), resolve));
  return {
    host: folder,
    loseNextAnswer: () => {
      state.losing = true;
    },
    silence: () => {
      state.silent = true;
    },
    heal: () => {
      state.silent = false;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pass(store: Socket, backend: Socket, { state, misheard }: { readonly state: State; readonly misheard: Misheard }): void {
  let [deaf, silenced] = [false, false];
  store.on('data', (bytes: Buffer) => {
    deaf ||= state.losing && bytes.includes(APPEND);
    backend.write(misheard.store(bytes));
  });
  backend.on('data', (bytes: Buffer) => {
    silenced ||= state.silent;
    if (silenced) return;
    if (!deaf) return void store.write(misheard.server(bytes));
    state.losing = false;
    if (bytes.subarray(-READY.length).equals(READY)) store.destroy();
  });
  store.on('close', () => backend.destroy());
  backend.on('close', () => store.destroy());
}
