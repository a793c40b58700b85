import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

/** What stands between clients and a node: it can be cut and be silent, as a network can. */
export class Wire {
  readonly #open = new Set<Socket>();
  readonly #server = createServer((near) => this.#join(near));
  #silent = false;
  /** How many were made so far. */
  connections = 0;
  #port = 0;

  private constructor(private readonly far: number) {}

  /** To a port of this machine. */
  static async to(port: number): Promise<Wire> {
    const wire = new Wire(port);
    await wire.up();
    return wire;
  }

  get address(): { readonly address: string; readonly port: number } {
    return { address: '127.0.0.1', port: this.#port };
  }

  /** It can be reached, where it could before. */
  async up(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Every connection dies. */
  cut(): void {
    for (const socket of this.#open) socket.destroy();
  }

  /** What is said from now on arrives, and no answer comes back, until `heal`; what is connected then stays silent. */
  silence(): void {
    this.#silent = true;
  }

  heal(): void {
    this.#silent = false;
  }

  /** Every connection dies, and none is made. */
  async down(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cut();
    await closed;
  }

  #join(near: Socket): void {
    this.connections += 1;
    const far = createConnection(this.far, '127.0.0.1');
    let deaf = false;
    for (const socket of [near, far]) this.#open.add(socket.setNoDelay().on('error', () => socket.destroy()));
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      deaf ||= this.#silent;
      if (!deaf) near.write(bytes);
    });
    near.on('close', () => this.#part(near, far));
    far.on('close', () => this.#part(far, near));
  }

  #part(gone: Socket, other: Socket): void {
    this.#open.delete(gone);
    other.destroy();
  }
}
