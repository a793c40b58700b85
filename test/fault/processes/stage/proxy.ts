import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';

/** Which way bytes go: to the one who listens, or back. */
export type Way = 'there' | 'back';

/** What becomes of bytes that come by: all of them go on; the first half does and then the connection ends; it ends at once. */
export type Fate = 'pass' | 'half' | 'cut';

/** Decides about bytes that come by, maybe later: those behind them wait. `link` is the same for all of one connection. */
export type Script = (bytes: Buffer, way: Way, link: object) => Fate | Promise<Fate>;

/** A connection through the proxy, in two halves. */
class Link {
  private readonly queues: Record<Way, Promise<void>> = { there: Promise.resolve(), back: Promise.resolve() };
  private readonly waiting: Record<Way, number> = { there: 0, back: 0 };

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    private readonly script: () => Script | undefined,
  ) {
    this.carry('there', near, far);
    this.carry('back', far, near);
  }

  cut(): void {
    this.near.destroy();
    this.far.destroy();
  }

  private carry(way: Way, from: Socket, to: Socket): void {
    const pass = (bytes: Buffer): void => {
      if (to.destroyed || to.write(bytes)) return;
      from.pause();
      to.once('drain', () => from.resume());
    };
    from.on('data', (bytes: Buffer) => {
      // Nothing is held up where nothing is planted.
      if (this.script() === undefined && this.waiting[way] === 0) return pass(bytes);
      this.inTurn(way, async () => this.suffer(await this.script()?.(bytes, way, this), bytes, pass));
    });
    from.on('end', () => this.inTurn(way, async () => void to.end()));
    from.on('error', () => this.cut());
    from.on('close', () => this.inTurn(way, async () => void to.end()));
  }

  private inTurn(way: Way, work: () => Promise<void>): void {
    this.waiting[way] += 1;
    this.queues[way] = this.queues[way].then(work).finally(() => (this.waiting[way] -= 1));
  }

  private suffer(fate: Fate = 'pass', bytes: Buffer, pass: (bytes: Buffer) => void): void {
    if (fate !== 'cut') pass(fate === 'half' ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes);
    if (fate === 'pass') return;
    // What was let through gets there before the end does.
    setImmediate(() => this.cut());
  }
}

/** A TCP proxy (or one on a Unix socket) between two who don't know of it, which does to their bytes what it is told. */
export class Proxy {
  private readonly links = new Set<Link>();
  private server: Server | undefined;
  private script: Script | undefined;
  private refuses = false;

  /** `target`: where to connect, asked anew for each connection. */
  constructor(private readonly target: () => NetConnectOpts) {}

  /** Listens on a socket's path, or on any free port of the loopback interface, which it answers. */
  async listen(path?: string): Promise<number> {
    const server = createServer({ allowHalfOpen: true }, (near) => this.link(near));
    this.server = server;
    server.listen(path === undefined ? { host: '127.0.0.1', port: 0 } : { path });
    await once(server, 'listening');
    return path === undefined ? (server.address() as AddressInfo).port : 0;
  }

  /** From now on bytes go through this script; without one, they pass. */
  play(script?: Script): void {
    this.script = script;
  }

  /** Ends every connection there is. Answers how many. */
  cutAll(): number {
    const { size } = this.links;
    for (const link of this.links) link.cut();
    return size;
  }

  /** Whether new connections are ended as soon as they are made. */
  refuse(refuses: boolean): void {
    this.refuses = refuses;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.cutAll();
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  }

  private link(near: Socket): void {
    if (this.refuses) {
      near.destroy();
      return;
    }
    const far = connect({ ...this.target(), allowHalfOpen: true });
    const link = new Link(near, far, () => this.script);
    this.links.add(link);
    near.on('close', () => this.links.delete(link));
  }
}
