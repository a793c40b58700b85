import { Socket } from 'node:net';
import { Client, type CustomTypesConfig, type QueryConfig, type QueryResult, type QueryResultRow, types as parsers } from 'pg';
import { unescaped } from './escaped.js';
import type { ConnectionSettings } from './settings.js';

/** What one session is for, and how long the server lets its statements run. */
export interface Session {
  readonly name: string;
  readonly statementTimeout: number;
  readonly lockTimeout?: number;
}

interface Wire {
  readonly ready: Promise<Client>;
  readonly socket: Socket;
}

const [BYTEA, INT8] = [17, 20];
const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === BYTEA ? unescaped : oid === INT8 ? BigInt : parsers.getTypeParser(oid, format ?? 'text')),
};

// Plans are made once and kept, also when the table was still empty: these leave only the plan that stays right when it has a billion rows.
const PLANS = ['plan_cache_mode=force_generic_plan', 'enable_seqscan=off', 'enable_bitmapscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off', 'jit=off'];

// What follows the log's lock must see what was committed before it was got, whatever the server's default is.
const ISOLATION = 'default_transaction_isolation=read\\ committed';

// What is stored is nearly always JSON in ASCII: so written it is half as long as in hexadecimal, and read as it stands.
const BYTES = 'bytea_output=escape';

const OPTIONS = [...PLANS, ISOLATION, BYTES].map((setting) => `-c ${setting}`).join(' ');

/** What it answers. */
export type Answered<Row extends QueryResultRow> = Pick<QueryResult<Row>, 'rows' | 'command'>;

/** A session as those see it who only ask it something. */
export interface Asked {
  query<Row extends QueryResultRow>(statement: string | QueryConfig): Promise<Answered<Row>>;
}

/** One session with the server, opened when it is needed and again after it broke. */
export class Line {
  /** Sessions that ended: what was seen in one need not be so in the next. */
  cuts = 0;
  #wire: Wire | undefined;
  #closed = false;
  #underWay = 0;

  constructor(
    private readonly connection: ConnectionSettings,
    private readonly session: Session,
  ) {}

  /** How much is asked through it and not answered yet; to open a session counts as much as one answer. */
  get toDo(): number {
    return this.#underWay + (this.#wire === undefined ? 1 : 0);
  }

  /** Runs `work` on a live session. Where it fails or takes longer than `milliseconds`, opening included, the session is cut and nothing of it is used again. */
  async within<T>(milliseconds: number, work: (client: Asked) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('closed');
    const wire = (this.#wire ??= this.#open());
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    this.#underWay += 1;
    try {
      return await Promise.race([wire.ready.then((client) => together(wire.socket, () => work(client))), late]);
    } catch (error) {
      this.#cut(wire);
      throw error;
    } finally {
      this.#underWay -= 1;
      clearTimeout(timer);
    }
  }

  /** Says goodbye to the server, or hangs up where it does not listen. */
  async close(): Promise<void> {
    this.#closed = true;
    const wire = this.#wire;
    if (wire === undefined) return;
    const timer = setTimeout(() => this.#cut(wire), 1_000);
    await wire.ready.then(async (client) => client.end()).catch(() => undefined);
    clearTimeout(timer);
    this.#cut(wire);
  }

  #open(): Wire {
    const socket = new Socket();
    const client = new Client({
      ...this.connection,
      stream: () => socket,
      keepAlive: true,
      pipeline: true,
      types,
      options: `${this.connection.options ?? ''} ${OPTIONS}`,
      application_name: `xinma ${this.session.name}`,
      statement_timeout: this.session.statementTimeout,
      idle_in_transaction_session_timeout: this.session.statementTimeout,
      ...(this.session.lockTimeout === undefined ? {} : { lock_timeout: this.session.lockTimeout }),
    });
    const wire: Wire = { socket, ready: client.connect().then(() => client) };
    const cut = () => this.#cut(wire);
    client.on('error', cut).on('end', cut);
    return wire;
  }

  #cut(wire: Wire): void {
    if (this.#wire === wire) {
      this.#wire = undefined;
      this.cuts += 1;
    }
    wire.socket.destroy();
  }
}

/** What `work` asks before it first waits leaves in one piece: the server wakes up once. */
function together<T>(socket: Socket, work: () => Promise<T>): Promise<T> {
  socket.cork();
  try {
    return work();
  } finally {
    socket.uncork();
  }
}
