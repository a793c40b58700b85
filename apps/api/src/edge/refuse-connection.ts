import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem } from './problem.js';

/** What is still to be answered on a connection. */
const owed = new WeakMap<Duplex, Set<ServerResponse>>();

/** Connections that are on their way out. */
const refused = new WeakSet<Duplex>();

/** Remembers that an answer is owed, until it is out. For every request, when it arrives. */
export function owe({ socket }: IncomingMessage, answer: ServerResponse): void {
  const answers = owed.get(socket) ?? new Set();
  owed.set(socket, answers.add(answer));
  answer.once('close', () => answers.delete(answer));
}

/**
 * Hangs up where what comes cannot be read on, saying why where there is no request to reply to. Requests that arrived whole before are answered first: a "no"
 * to what came behind them would be taken for theirs, though they were decided and perhaps recorded.
 */
export async function refuseConnection(socket: Duplex, code: 'request-timeout' | 'malformed'): Promise<void> {
  if (refused.has(socket)) return;
  refused.add(socket);
  const answers = [...(owed.get(socket) ?? [])];
  await Promise.all(answers.filter(({ req }) => req.complete).map((answer) => once(answer, 'close')));
  // Where part of an answer has left already, nothing honest can follow it.
  if (answers.some(({ req, headersSent }) => !req.complete && headersSent)) socket.destroy();
  else if (socket.writable) socket.end(written(new Problem(code)));
}

function written({ status, body }: Problem): string {
  const text = JSON.stringify(body);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\ncache-control: no-store\r\ncontent-length: ${text.length}\r\nconnection: close`;
  return `${head}\r\n\r\n${text}`;
}
