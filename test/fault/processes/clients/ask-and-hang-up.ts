import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What somebody asks who does not wait: a page's file, or a command. */
export type Hasty = { readonly path: string } | { readonly path: string; readonly token: string; readonly body: string };

/** It as its bytes. */
function bytesOf(asked: Hasty): string {
  if (!('body' in asked)) return `GET ${asked.path} HTTP/1.1\r\nhost: faults\r\n\r\n`;
  const { path, token, body } = asked;
  return `POST ${path} HTTP/1.1\r\nhost: faults\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

async function connected(address: string): Promise<Socket | undefined> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  return once(socket, 'connect').then(() => socket.on('error', () => undefined), () => undefined);
}

/** Everybody asks in one moment, on connections that are there, and resets them in the next. Answers when they began, and how many got there. */
export async function askAndHangUp(address: string, asked: readonly Hasty[]): Promise<{ readonly began: number; readonly came: number }> {
  const sockets = await Promise.all(asked.map(() => connected(address)));
  const began = performance.now();
  for (const [index, each] of asked.entries()) sockets[index]?.write(bytesOf(each));
  for (const socket of sockets) socket?.resetAndDestroy();
  return { began, came: sockets.filter((socket) => socket !== undefined).length };
}
