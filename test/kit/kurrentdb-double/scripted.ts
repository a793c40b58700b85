import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { AppendReq, AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { GossipService, type IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { type IStreamsServer, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Metadata, type sendUnaryData, Server, ServerCredentials, type ServerReadableStream, type ServerWritableStream, type ServiceError, status } from '@grpc/grpc-js';
import type { Endpoint } from '../../../libs/event-store-kurrentdb/settings.js';
import { eventAnswer, outcomeAnswer } from './messages.js';
import { Wire } from './wire.js';

/** An answer to one call: that it was done, nothing at all, or that it failed. */
export type Says = 'done' | 'nothing' | (Pick<ServiceError, 'code' | 'details'> & Partial<Pick<ServiceError, 'metadata'>>);

/** What a call brought along. */
export interface Arrived {
  readonly call: 'append' | 'read' | 'gossip';
  readonly metadata: Metadata;
  readonly deadline: number;
}

type Arriving = Pick<ServerReadableStream<AppendReq, AppendResp>, 'metadata' | 'getDeadline'>;

const EVENT = { stream: 'a-1', revision: 0n, position: 70n, id: '00000000-0000-4000-8000-000000000001', type: 'Fact', contentType: 'application/octet-stream', data: new Uint8Array(0), metadata: new Uint8Array(16) };

/** What a server says that does not lead. */
export function moved({ address, port }: Endpoint): Says {
  const metadata = new Metadata();
  metadata.set('leader-endpoint-host', address);
  metadata.set('leader-endpoint-port', String(port));
  return { code: status.NOT_FOUND, details: 'Leader info available', metadata };
}

/** A server of the client's own protocol that keeps no log: it answers call by call as it was told to, or is told later (`done` where it was told nothing), and takes note of what came. */
export class Scripted {
  readonly arrived: Arrived[] = [];
  readonly says: (Says | Promise<Says>)[] = [];
  /** Whom it says to lead, where that is asked. */
  leader: Endpoint | undefined;
  /** What a read brings, and whether it ends with it. */
  data: Uint8Array = EVENT.data;
  ends = true;
  readonly #server = new Server();

  private constructor() {
    const streams: Pick<IStreamsServer, 'append' | 'read'> = {
      append: (call, answer) => {
        call.on('data', () => undefined);
        call.on('end', () => void this.#append(call, answer));
      },
      read: (call) => void this.#read(call),
    };
    const members: IGossipServer = {
      read: (call, answer) => {
        void this.#take('gossip', call);
        answer(null, this.#members());
      },
    };
    this.#server.addService(StreamsService, streams);
    this.#server.addService(GossipService, members);
  }

  static async start(credentials = ServerCredentials.createInsecure()): Promise<{ readonly server: Scripted; readonly wire: Wire; readonly close: () => Promise<void> }> {
    const server = new Scripted();
    const port = await new Promise<number>((resolve, reject) => server.#server.bindAsync('127.0.0.1:0', credentials, (error, bound) => (error === null ? resolve(bound) : reject(error))));
    const wire = await Wire.to(port);
    const close = async (): Promise<void> => {
      await wire.down();
      server.#server.forceShutdown();
    };
    return { server, wire, close };
  }

  /** How often each was asked. */
  count(call: Arrived['call']): number {
    return this.arrived.filter((each) => each.call === call).length;
  }

  async #append(call: Arriving, answer: sendUnaryData<AppendResp>): Promise<void> {
    const said = await this.#take('append', call);
    if (said === 'done') answer(null, outcomeAnswer({ kind: 'done', revision: 7n, position: 70n }));
    else if (said !== 'nothing') answer(said);
  }

  async #read(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    const said = await this.#take('read', call);
    if (said === 'nothing') return;
    if (said !== 'done') return void call.emit('error', said);
    call.write(eventAnswer({ ...EVENT, data: this.data }));
    if (this.ends) call.end();
  }

  async #take(call: Arrived['call'], from: Arriving): Promise<Says> {
    this.arrived.push({ call, metadata: from.metadata, deadline: Number(from.getDeadline()) });
    return call === 'gossip' ? 'done' : (this.says.shift() ?? 'done');
  }

  #members(): gossip.ClusterInfo {
    const info = new gossip.ClusterInfo();
    if (this.leader === undefined) return info;
    const [member, at] = [new gossip.MemberInfo(), new gossip.EndPoint()];
    at.setAddress(this.leader.address);
    at.setPort(this.leader.port);
    member.setHttpEndPoint(at);
    member.setIsAlive(true);
    member.setState(gossip.MemberInfo.VNodeState.LEADER);
    info.setMembersList([member]);
    return info;
  }
}
