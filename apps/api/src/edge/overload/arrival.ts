import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuseConnection } from '../refuse-connection.js';

/** A body that trickles in is cut off: it holds a connection and, until it is whole, decides nothing. */
export function limitArrival(raw: IncomingMessage, milliseconds: number): void {
  if (raw.complete) return;
  const timer = setTimeout(() => void refuseConnection(raw.socket, 'request-timeout'), milliseconds);
  raw.once('end', () => clearTimeout(timer));
  raw.once('close', () => clearTimeout(timer));
}

/** Whoever was answered before their body was there, because it was not wanted, has the same time to end it: nothing else would end what trickles on. */
export function hangUpUnlessWhole(raw: IncomingMessage, milliseconds: number): void {
  if (raw.complete) return;
  // No listener that clears it: a connection may carry many such requests, and one that is gone is destroyed again without harm.
  setTimeout(() => raw.complete || raw.destroy(), milliseconds).unref();
}

/** What a slow line takes, in bytes a millisecond. Less will do where the kernel holds what is left. */
const SLOW = 64;

/** An answer that is made has to be taken, too: whoever reads none of it, and keeps the connection busy with a byte now and then, would hold it in memory for ever. */
export function cutUnlessTaken(answer: ServerResponse, milliseconds: number): void {
  const { socket } = answer.req;
  // One that waits behind others on its connection has no socket yet.
  if (socket.destroyed || (answer.socket !== null && socket.writableLength === 0)) return;
  const timer = setTimeout(() => socket.destroy(), milliseconds + socket.writableLength / SLOW).unref();
  answer.once('close', () => clearTimeout(timer));
}
