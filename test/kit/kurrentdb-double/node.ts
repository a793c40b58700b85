import type { AppendReq, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { GossipService, type IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { type IStreamsServer, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Metadata, Server, ServerCredentials, type ServerWritableStream, type ServiceError, status } from '@grpc/grpc-js';
import type { Cluster, Member } from './cluster.js';
import type { Line, Outcome } from './log.js';
import { confirmation, eventAnswer, notFound, outcomeAnswer, readOptions, readProposed } from './messages.js';
import { INVALID_POSITION, nameIn, passes, placeIn, readLines } from './reads.js';
import { Wire } from './wire.js';

type Reading = ServerWritableStream<ReadReq, ReadResp>;
type Refusal = Pick<ServiceError, 'code' | 'details'> & Partial<Pick<ServiceError, 'metadata'>>;

/** One node: a server of the client's own protocol, behind a wire. */
export class Node implements Member {
  readonly #server = new Server();
  #port = 0;
  #wire: Wire | undefined;

  private constructor(private readonly cluster: Cluster) {
    const streams: Pick<IStreamsServer, 'append' | 'read'> = {
      append: (call, answer) => {
        const requests: AppendReq[] = [];
        call.on('data', (request: AppendReq) => requests.push(request));
        call.on('end', () => {
          const refused = this.#refusal(call.metadata);
          if (refused === undefined) void this.#append(requests).then((outcome) => outcome !== undefined && answer(null, outcomeAnswer(outcome)));
          else answer(refused);
        });
      },
      read: (call) => this.#read(call),
    };
    const members: IGossipServer = { read: (_call, answer) => answer(null, cluster.gossip()) };
    // What nobody here may call is not there: batched appends.
    this.#server.addService(StreamsService, streams);
    this.#server.addService(GossipService, members);
  }

  static async start(cluster: Cluster): Promise<Node> {
    const node = new Node(cluster);
    const port = await new Promise<number>((resolve, reject) => node.#server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error === null ? resolve(bound) : reject(error))));
    node.#port = port;
    node.#wire = await Wire.to(port);
    return node;
  }

  get wire(): Wire {
    if (this.#wire === undefined) throw new Error('the node has not started');
    return this.#wire;
  }

  /** Past the wire. */
  get direct(): { readonly address: string; readonly port: number } {
    return { address: '127.0.0.1', port: this.#port };
  }

  async close(): Promise<void> {
    await this.wire.down();
    this.#server.forceShutdown();
  }

  member(): gossip.MemberInfo {
    const [member, at] = [new gossip.MemberInfo(), new gossip.EndPoint()];
    at.setAddress(this.wire.address.address);
    at.setPort(this.wire.address.port);
    member.setHttpEndPoint(at);
    member.setIsAlive(true);
    member.setState(this.cluster.leader === this ? gossip.MemberInfo.VNodeState.LEADER : gossip.MemberInfo.VNodeState.FOLLOWER);
    return member;
  }

  #refusal(metadata: Metadata): Refusal | undefined {
    const { leader, state } = this.cluster;
    if (!state.ready) return { code: status.UNAVAILABLE, details: 'Server Is Not Ready' };
    if (state.ending && leader === this) return { code: status.INTERNAL, details: 'Received RST_STREAM with code 2 (Internal server error)' };
    if (leader === this || metadata.get('requires-leader').length === 0) return undefined;
    const where = new Metadata();
    where.set('exception', 'not-leader');
    where.set('leader-endpoint-host', leader.wire.address.address);
    where.set('leader-endpoint-port', String(leader.wire.address.port));
    return { code: status.NOT_FOUND, details: 'Leader info available', metadata: where };
  }

  #read(call: Reading): void {
    const refused = this.#refusal(call.metadata);
    if (refused !== undefined) return void call.emit('error', refused);
    const options = call.request.getOptions();
    if (options === undefined) return;
    const place = placeIn(options);
    const { log } = this.cluster;
    if (place !== undefined && !log.isPlace(place)) {
      return void call.emit('error', { code: status.UNKNOWN, details: `Unexpected ReadAllResult: InvalidPosition >> ${INVALID_POSITION}` });
    }
    if (options.hasSubscription()) return this.#subscribe(call, options);
    const lines = readLines(log, options);
    void this.#answer(call, lines?.map(eventAnswer) ?? [notFound(nameIn(options))]);
  }

  async #append([options, ...events]: readonly AppendReq[]): Promise<Outcome | undefined> {
    // One that was cut before its first event came is no append.
    if (options === undefined || events.length === 0) return undefined;
    const { stream, expected } = readOptions(options);
    return this.cluster.carryOut(() => this.cluster.log.append(stream, expected, events.map(readProposed)), this);
  }

  async #answer(call: Reading, answers: readonly ReadResp[]): Promise<void> {
    await this.cluster.slowly();
    for (const answer of answers) call.write(answer);
    call.end();
  }

  #subscribe(call: Reading, options: ReadReq.Options): void {
    const { log } = this.cluster;
    const ours = passes(options);
    let next = placeIn(options) === undefined ? -1n : (placeIn(options) ?? 0n);
    const send = (line: Line): void => {
      for (let times = this.cluster.state.twice ? 2 : 1; times > 0; times -= 1) call.write(eventAnswer(line));
    };
    const push = (): void => {
      if (this.cluster.state.mute) return;
      const lines = log.lines.slice(log.indexAfter(next));
      next = lines.at(-1)?.position ?? next;
      lines.filter(ours).forEach(send);
    };
    this.cluster.state.subscriptions += 1;
    call.write(confirmation());
    push();
    const off = log.onGrown(push);
    const reset = this.cluster.onReset(() => call.emit('error', { code: status.UNAVAILABLE, details: 'the stream was reset' }));
    call.on('cancelled', () => {
      off();
      reset();
      this.cluster.state.subscriptions -= 1;
    });
  }
}
