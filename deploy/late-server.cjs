// Stands in for Node's HTTP while a blob is made, which can't hold it: what is taken of it is loaded when it is first used, and a server becomes one when it is told to listen.
const { EventEmitter } = require('node:events');

const { startupSnapshot } = require('node:v8');

/** A server before it listens: what it is told, it is told once it is one. */
class UnopenedServer extends EventEmitter {
  #settings;
  #answer;

  constructor(settings, answer) {
    super();
    this.#settings = settings;
    this.#answer = answer;
  }

  setTimeout(milliseconds) {
    this.timeout = milliseconds;
    return this;
  }

  address() {
    return null;
  }

  /** As Node does it: there is nothing to close, but that it closed is heard. */
  close(closed) {
    if (closed !== undefined) this.once('close', () => closed(Object.assign(new Error('Server is not running.'), { code: 'ERR_SERVER_NOT_RUNNING' })));
    process.nextTick(() => this.emit('close'));
    return this;
  }

  closeAllConnections() {}

  closeIdleConnections() {}

  listen(...where) {
    const told = Object.fromEntries(Object.entries(this).filter(([name]) => !name.startsWith('_')));
    const { Server } = process.getBuiltinModule('http');
    Object.setPrototypeOf(this, Server.prototype);
    // Node's own way to make what is there a server: who listens to it stays.
    Server.call(this, this.#settings, this.#answer);
    return Object.assign(this, told).listen(...where);
  }
}

/** What makes servers of this part of Node. */
const createServer =
  (part) =>
  (...parameters) =>
    startupSnapshot.isBuildingSnapshot() && part === 'http' ? new UnopenedServer(...parameters) : process.getBuiltinModule(part).createServer(...parameters);

module.exports = { createServer, UnopenedServer };
