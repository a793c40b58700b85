import { connect, type Socket } from 'node:net';
import type { Planned } from '../load/plan.js';

/** Where a server is. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** The place of an address. */
export const placeOf = (address: string): Place => ({ host: new URL(address).hostname, port: Number(new URL(address).port) });

/** A request as bytes: made once, sent often. */
export function bytesOf({ method, path, token, body = '' }: Planned, key?: string): Buffer {
  const head = [`${method} ${path} HTTP/1.1`, 'host: bench', `authorization: Bearer ${token}`];
  if (key !== undefined) head.push(`idempotency-key: ${key}`);
  if (body !== '') head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** What a connection says of a request: its answer, or undefined where it ended without one. */
export type Heard = (answer: { readonly status: number; readonly body: string } | undefined) => void;

const END_OF_HEAD = '\r\n\r\n';

/** One kept-alive connection, one request at a time. Understands as much of HTTP as our servers answer: a status and a length. */
export class Line {
  private readonly socket: Socket;
  private heard: Heard | undefined;
  private text = '';
  private wanted = -1;

  constructor({ host, port }: Place, gone: (line: Line) => void) {
    this.socket = connect({ host, port, noDelay: true });
    this.socket.on('data', (chunk: Buffer) => this.read(chunk));
    this.socket.on('error', () => undefined);
    this.socket.once('close', () => {
      gone(this);
      this.answer(undefined);
    });
  }

  ask(request: Buffer, heard: Heard): void {
    this.heard = heard;
    this.socket.write(request);
  }

  /** Nothing more is heard of it. */
  hangUp(): void {
    this.heard = undefined;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.text += chunk.toString('latin1');
    if (this.wanted < 0) this.wanted = lengthOf(this.text);
    if (this.wanted < 0 || this.text.length < this.wanted) return;
    const text = this.text;
    [this.text, this.wanted] = ['', -1];
    this.answer({ status: Number(text.slice(9, 12)), body: text.slice(text.indexOf(END_OF_HEAD) + END_OF_HEAD.length) });
  }

  private answer(answer: Parameters<Heard>[0]): void {
    const { heard } = this;
    this.heard = undefined;
    heard?.(answer);
  }
}

/** Bytes of a whole answer; less than none while its head is not there. */
function lengthOf(text: string): number {
  const head = text.indexOf(END_OF_HEAD);
  if (head < 0) return -1;
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text.slice(0, head + 2))?.[1];
  if (length === undefined) throw new Error('an answer without a length');
  return head + END_OF_HEAD.length + Number(length);
}
