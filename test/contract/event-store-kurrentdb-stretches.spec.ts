import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, type ServerWritableStream } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { confirmation, eventAnswer } from '../kit/kurrentdb-double/messages.js';
import { followUntil } from './event-store/following.js';

/** How long a server takes for what is not ours, and how often it says how far it is, in milliseconds. */
const [STRETCH, SAYS] = [3_500, 400];

const OURS = eventAnswer({ stream: 'ours-1', revision: 0n, position: 90_000n, id: '00000000-0000-4000-8000-000000000001', type: 'SomethingHappened', contentType: 'application/octet-stream', data: new Uint8Array(0), metadata: new Uint8Array(16) });

function howFar(position: number): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  const answer = new streams.ReadResp();
  answer.setCheckpoint(checkpoint);
  return answer;
}

describe('A long stretch of the log that is not ours, passed over slowly by KurrentDB,', () => {
  const server = new Server();
  let port = 0;
  let subscriptions = 0;
  beforeEach(async () => {
    server.addService(StreamsService, { read });
    port = await new Promise<number>((resolve, reject) => server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error === null ? resolve(bound) : reject(error))));
  });
  afterEach(() => server.forceShutdown());

  /** Only a subscription takes long: the newest event of ours is found at once. */
  function read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    if (call.request.getOptions()?.hasSubscription() === true) return void pass(call);
    call.write(OURS);
    call.end();
  }

  async function pass(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    subscriptions += 1;
    call.write(confirmation());
    for (let passed = SAYS; passed < STRETCH; passed += SAYS) {
      await sleep(SAYS);
      if (call.cancelled) return;
      call.write(howFar(passed));
    }
    call.write(OURS);
  }

  it('is gone through by one subscription: a server that says how far it is, is alive', async () => {
    const store = new KurrentEventStore({ place: { nodes: [{ address: '127.0.0.1', port }], discover: false, tls: undefined, user: undefined } });
    expect(await followUntil(store, 0n, 1)).toHaveLength(1);
    expect(subscriptions).toBe(1);
    await store.close();
  });
});
