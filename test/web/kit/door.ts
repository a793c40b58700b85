import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address in front of a server. Of what a page asks through a worker a browser lets no test hold anything back; this does. */
export class Door {
  /** Who asks for this path waits for ever. */
  holds: string | undefined;

  private constructor(private readonly server: Server) {}

  static async before(address: string): Promise<Door> {
    const server = createServer((asked, answer) => {
      if (asked.url === door.holds) return;
      const on = request(new URL(asked.url ?? '/', address), { method: asked.method ?? 'GET', headers: { ...asked.headers, host: new URL(address).host } }, (heard) => {
        answer.writeHead(heard.statusCode ?? 502, heard.headers);
        heard.pipe(answer);
      });
      on.once('error', () => answer.destroy());
      asked.pipe(on);
    });
    const door = new Door(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return door;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
