import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server, type Socket, createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A wire between a store and its server that can be told to lose what the server answers to a batch. */
export interface Wire {
  /** Folder of the socket to connect to instead. */
  readonly host: string;
  /** From now on the next batch arrives, and the connection dies before its answer does. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

/** The statement that a batch binds to, by its name. */
const APPEND = Buffer.from('\0append\0');

/** Puts a wire in front of a server's socket. */
export async function wireTo(host: string, port: number): Promise<Wire> {
  const folder = await mkdtemp(join(tmpdir(), 'xinma-wire-'));
  const file = `.s.PGSQL.${port}`;
  const open = new Set<Socket>();
  let armed = false;

  const server: Server = createServer((store) => {
    const backend = createConnection(join(host, file));
    let deaf = false;
    for (const socket of [store, backend]) open.add(socket.on('error', () => socket.destroy()));
    store.on('data', (bytes: Buffer) => {
      deaf ||= armed && bytes.includes(APPEND);
      backend.write(bytes);
    });
    backend.on('data', (bytes: Buffer) => {
      if (!deaf) return void store.write(bytes);
      armed = false;
      // The backend is ready again after its last answer: what was committed is committed.
      if (bytes.subarray(-6).equals(Buffer.from([0x5a, 0, 0, 0, 5, 0x49]))) store.destroy();
    });
    store.on('close', () => backend.destroy());
    backend.on('close', () => store.destroy());
  });
  await new Promise<void>((resolve) => server.listen(join(folder, file), resolve));
  return {
    host: folder,
    loseNextAnswer: () => {
      armed = true;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
