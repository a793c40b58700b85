import type { IncomingMessage, ServerResponse } from 'node:http';
import { cutUnlessTaken } from './arrival.js';

/** What is told when a request begins and ceases to be worked on: both as often, in turns. */
export interface Stay {
  enter(): void;
  leave(answered: boolean): void;
}

/**
 * Follows one request: from now until its answer is made. Not until its client is gone: what was begun for somebody who gave up is work all the same. Not while its
 * body is still to come either: slow senders would fill the room of all others.
 */
export function stayOf(request: IncomingMessage, answer: ServerResponse, stay: Stay, silence: number): void {
  let state: 'in' | 'aside' | 'gone' = 'in';
  stay.enter();
  const go = (answered: boolean): void => {
    if (state === 'in') stay.leave(answered);
    state = 'gone';
  };
  whenEnded(answer, () => {
    go(true);
    cutUnlessTaken(answer, silence);
  });
  // A stream that is answered with ends no answer whose client is gone: it is let go of instead.
  let isPiped = false;
  answer.once('pipe', () => {
    isPiped = true;
    if (answer.closed || answer.destroyed) go(false);
  });
  // An answer that broke off is no longer worked on, and for a body that was not read to its end nothing was begun.
  answer.once('close', () => {
    if (answer.headersSent || isPiped || !wasRead(request)) go(false);
  });
  if (request.method === 'POST') setImmediate(aside);

  function aside(): void {
    if (request.complete || state !== 'in') return;
    state = 'aside';
    stay.leave(false);
    request.once('end', () => {
      if (state !== 'aside') return;
      state = 'in';
      stay.enter();
    });
  }
}

/** Whether all of a body was read, if there is one. That it came whole is not enough: what is still in Node's hands when its client hangs up goes nowhere, and whoever waits for it waits for ever. */
function wasRead(request: IncomingMessage): boolean {
  const { method, complete, readableEnded, headers } = request;
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  return complete && (readableEnded || method !== 'POST' || isEmpty);
}

/** Node says nothing about an answer that was made for nobody: its client is gone, or never read what came before it on the connection. */
function whenEnded(answer: ServerResponse, ended: () => void): void {
  const end: (...parameters: never[]) => ServerResponse = answer.end.bind(answer);
  answer.end = (...parameters: never[]): ServerResponse => {
    const given = end(...parameters);
    ended();
    return given;
  };
}
