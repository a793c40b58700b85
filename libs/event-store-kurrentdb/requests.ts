import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamName } from '../event-store/index.js';
import { named } from './wire.js';

type Options = streams.ReadReq.Options;
const { Options } = streams.ReadReq;

/** Types of ours begin with a letter, the server's own with a dollar sign: the server leaves them out. */
const OURS = '^[A-Za-z]';

/** Of the events that a subscription passes over, those after which the server says how far it is. */
const CHECKPOINT_EVERY = 1_000;

const END = Number.MAX_SAFE_INTEGER;

/** Where in the log a read begins: the first event, the last one, or the one that is there. */
export type From = 'start' | 'end' | bigint;

/** A part of a stream. */
export function streamRead({ stream, from, backward, limit = END }: { readonly stream: StreamName; readonly from: From; readonly backward: boolean; readonly limit?: number | undefined }): streams.ReadReq {
  const part = new Options.StreamOptions();
  part.setStreamIdentifier(named(stream));
  if (from === 'start') part.setStart(new shared.Empty());
  else if (from === 'end') part.setEnd(new shared.Empty());
  else part.setRevision(String(from));
  const options = counted(limit, backward);
  options.setStream(part);
  options.setNoFilter(new shared.Empty());
  return requestOf(options);
}

/** At most so many of our events of the log, in order from a place on (the one there, too), or back from its end. */
export function logRead(from: From, limit: number): streams.ReadReq {
  const options = counted(limit, from === 'end');
  options.setAll(placeOf(from));
  options.setFilter(oursOnly());
  return requestOf(options);
}

/** What is at a place of the log. */
export function placeRead(place: bigint): streams.ReadReq {
  const options = counted(1, false);
  options.setAll(placeOf(place));
  options.setNoFilter(new shared.Empty());
  return requestOf(options);
}

/** Our events of the log after a place, as they are committed. */
export function subscription(after: bigint): streams.ReadReq {
  const options = new Options();
  options.setSubscription(new Options.SubscriptionOptions());
  options.setAll(placeOf(after === 0n ? 'start' : after));
  options.setFilter(oursOnly());
  return requestOf(options);
}

function counted(limit: number, backward: boolean): Options {
  const options = new Options();
  options.setCount(String(limit));
  options.setReadDirection(backward ? Options.ReadDirection.BACKWARDS : Options.ReadDirection.FORWARDS);
  return options;
}

function placeOf(from: From): streams.ReadReq.Options.AllOptions {
  const all = new Options.AllOptions();
  if (from === 'start') all.setStart(new shared.Empty());
  else if (from === 'end') all.setEnd(new shared.Empty());
  else {
    const position = new Options.Position();
    position.setCommitPosition(String(from));
    position.setPreparePosition(String(from));
    all.setPosition(position);
  }
  return all;
}

function oursOnly(): streams.ReadReq.Options.FilterOptions {
  const filter = new Options.FilterOptions();
  const types = new Options.FilterOptions.Expression();
  types.setRegex(OURS);
  filter.setEventType(types);
  filter.setMax(CHECKPOINT_EVERY);
  filter.setCheckpointintervalmultiplier(1);
  return filter;
}

/** Ids are asked for as text, links as they are. */
function requestOf(options: Options): streams.ReadReq {
  const ids = new Options.UUIDOption();
  ids.setString(new shared.Empty());
  options.setUuidOption(ids);
  options.setResolveLinks(false);
  const request = new streams.ReadReq();
  request.setOptions(options);
  return request;
}
