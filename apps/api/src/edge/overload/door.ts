import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { EVERYWHERE } from '../problem-filter.js';
import { Problem } from '../problem.js';
import { hangUpUnlessWhole } from './arrival.js';
import { Capacity } from './capacity.js';
import { type Stay, stayOf } from './stay.js';
import { Urgencies, type Urgency } from './urgency.js';

/** Room of their own, as requests under way; beyond it they are like any other. Bounded, because an address is written by anybody. */
const RESERVED = { protective: 64, probe: 16 } as const;
/** Imports, audits and what waits for the issuer, at once. */
const LENGTHY = 64;
/** How many are sent away in one go at most, and how long the first of them waits for the others, in milliseconds: nobody waits for whatever else a turn of the loop does. */
const TOGETHER = 128;
const GATHERED = 4;
/** How often it is said how many were sent away, in milliseconds. */
const TOLD_EVERY = 1_000;

const BUSY = new Problem('busy');
const BODY = JSON.stringify(BUSY.body);
const HEAD: string[] = Object.entries({ ...EVERYWHERE, ...BUSY.headers, 'content-type': 'application/problem+json; charset=utf-8', 'content-length': String(BODY.length) }).flat();

/**
 * In front of everything else that is done for a request: past its capacity the process says "not now" at once, before a token is looked at, a byte of the body read or
 * anything begun. The answer is the same for everybody and whatever was asked.
 */
export class Door {
  readonly urgencies = new Urgencies();
  /** Hears, about once a second while it happens, how many were sent away. */
  onRefused: (count: number) => void = () => undefined;
  private readonly inside: Record<Urgency, number> = { protective: 0, probe: 0, lengthy: 0, ordinary: 0 };
  private refused = 0;
  private turnedAway: { readonly request: IncomingMessage; readonly answer: ServerResponse }[] = [];

  constructor(
    private readonly patience: { readonly bodyArrival: number; readonly silence: number },
    private readonly capacity = new Capacity(),
  ) {}

  /** How many requests are being worked on, but for the lengthy ones. */
  get underWay(): number {
    return this.capacity.underWay;
  }

  /** `handler`, for those who are let in. */
  attend(handler: RequestListener): RequestListener {
    return (request, answer) => {
      const urgency = this.urgencies.of(request);
      if (!this.admits(urgency)) {
        this.refuse(request, answer);
        return;
      }
      stayOf(request, answer, this.begin(urgency), this.patience.silence);
      handler(request, answer);
    };
  }

  private admits(urgency: Urgency): boolean {
    if (urgency === 'lengthy') return this.inside.lengthy < LENGTHY && this.capacity.hasRoom();
    return (urgency !== 'ordinary' && this.inside[urgency] < RESERVED[urgency] && this.capacity.hasRoomForFirst()) || this.capacity.hasRoom();
  }

  /** What is lengthy is counted by itself: how long it takes says nothing about anybody else. */
  private begin(urgency: Urgency): Stay {
    const counted = urgency === 'lengthy' ? undefined : this.capacity;
    return {
      enter: () => {
        this.inside[urgency] += 1;
        counted?.enter();
      },
      leave: (answered) => {
        this.inside[urgency] -= 1;
        counted?.leave(answered);
      },
    };
  }

  /** Together with whoever else is refused about now: one answer after the other costs the kernel, and whoever hears them, much less than one now and then, for whoever hears is awake already. */
  private refuse(request: IncomingMessage, answer: ServerResponse): void {
    const waiting = this.turnedAway.push({ request, answer });
    if (waiting === 1) setTimeout(() => this.sendAway(), GATHERED);
    if (waiting === TOGETHER) this.sendAway();
    this.refused += 1;
    if (this.refused === 1) setTimeout(() => this.tell(), TOLD_EVERY).unref();
  }

  /** Answers those who were refused so far. */
  sendAway(): void {
    const { turnedAway } = this;
    this.turnedAway = [];
    for (const { request, answer } of turnedAway) {
      answer.writeHead(BUSY.status, HEAD).end(BODY, 'latin1');
      // Its body may be on its way still. What came with the head is whole by now.
      if (request.method === 'POST') hangUpUnlessWhole(request, this.patience.bodyArrival);
    }
  }

  private tell(): void {
    this.onRefused(this.refused);
    this.refused = 0;
  }
}
