import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { parse, type ParsedUrlQuery } from 'node:querystring';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CSV, NDJSON } from './content.js';
import type { Gate } from './gate.js';
import { lateCompilers } from './late-compilers.js';
import type { Log } from './log.js';
import { hangUpUnlessWhole, limitArrival } from './overload/arrival.js';
import { Door } from './overload/door.js';
import { inItsTurn, letGoFirst } from './overload/go-first.js';
import { Problem } from './problem.js';
import { EVERYWHERE, problemOf, sendProblem } from './problem-filter.js';
import { owe, refuseConnection } from './refuse-connection.js';
import { parseStrictJson } from './strict-json.js';
import { addFormats, addLengths, AJV_OPTIONS, toProblem } from './validation.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Compiles the schemas of all routes, which are declared by now; else each is compiled when it is first needed. */
    compileAll(): Promise<void>;
    /** What every request comes through, before this server knows of it. */
    readonly door: Door;
  }
}

/** Bounds on what one client can make the server hold, in bytes and milliseconds. */
const LIMITS = {
  body: 65_536,
  header: 16_384,
  url: 2_048,
  parameter: 200,
  /** For a JSON body to arrive whole. */
  bodyArrival: 10_000,
  /** For an import to arrive whole: a city's day at a slow clinic's line. */
  requestArrival: 14_400_000,
  headerArrival: 10_000,
  /** How often it is looked whose head is late. */
  look: 2_000,
  keepAlive: 65_000,
  /** Between two packets, while a request is under way: of one who sends or takes nothing the server knows no more than this. */
  silence: 12_000,
  /** The same where much is sent or an answer takes long, and nothing moves meanwhile. */
  longSilence: 30_000,
  /** Open at once; from how many on they are crowded, and how long one is then kept on which nothing is asked. */
  connections: 10_000,
  crowded: 2_500,
  keepAliveCrowded: 5_000,
  /** For what is under way when the server closes. */
  drain: 20_000,
} as const;

/** Fastify without its lenient defaults. */
export function createHttpServer(patience: Patience = {}): FastifyAdapter {
  const compilers = lateCompilers();
  const limits = { ...LIMITS, ...patience };
  const door = new Door(limits);
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: LIMITS.body,
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    serverFactory: (handler: RequestListener) => boundedServer(door.attend(owing(handler)), limits),
    routerOptions: { maxParamLength: LIMITS.parameter, ignoreTrailingSlash: false, caseSensitive: true, querystringParser },
    ajv: { customOptions: { ...AJV_OPTIONS }, onCreate: (ajv) => [addFormats, addLengths].forEach((add) => add(ajv)) },
    schemaController: { compilersFactory: compilers.factories },
    schemaErrorFormatter: (errors) => toProblem(errors),
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => sendProblem(new Problem('not-found'), request, reply),
    clientErrorHandler: (error, socket) => {
      // What came before on this connection is answered before.
      door.sendAway();
      void refuseConnection(socket, error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'malformed');
    },
  });
  adapter.getInstance().decorate('compileAll', () => compilers.compileAll());
  adapter.getInstance().decorate('door', door);
  adapter.getInstance().addHook('onListen', (done) => {
    // A schema that can't be compiled shows again, as a fault, to whoever uses its route. Later: who waited for the start goes first.
    const timer = setTimeout(() => void compilers.compileAll().catch(() => undefined), COMPILE_AFTER).unref();
    adapter.getInstance().server.once('close', () => clearTimeout(timer));
    done();
  });
  return adapter;
}

/** By RFC 3986, where a plus sign is one; of forms, in which it is a space, there are none here. Read as a space, `+08:00` would be no zone. */
const querystringParser = (query: string): ParsedUrlQuery => parse(query.replaceAll('+', '%2B'));

/** Node's server, without its lenient defaults. */
function boundedServer(handler: RequestListener, { headerArrival, look, silence }: Record<keyof typeof LIMITS, number>): Server {
  const arrival = { headersTimeout: headerArrival, requestTimeout: LIMITS.requestArrival, connectionsCheckingInterval: look };
  const server = createServer({ maxHeaderSize: LIMITS.header, joinDuplicateHeaders: true, requireHostHeader: false, keepAliveTimeout: LIMITS.keepAlive, ...arrival }, handler);
  server.setTimeout(silence);
  server.maxConnections = LIMITS.connections;
  return server;
}

const owing =
  (handler: RequestListener): RequestListener =>
  (request, answer) => {
    owe(request, answer);
    handler(request, answer);
  };

/** From listening until routes that nobody has used yet are compiled, in milliseconds. */
const COMPILE_AFTER = 1_000;

/** How long the server waits, in milliseconds: for a head and a body to arrive whole, for anything to move, and for what is under way when it closes. */
export type Patience = Partial<Pick<Record<keyof typeof LIMITS, number>, 'headerArrival' | 'look' | 'bodyArrival' | 'silence' | 'drain'>>;

/** Puts the gate in front of every route, and reads bodies strictly. Call before the routes are declared. */
export function guard(server: FastifyInstance, gate: Gate, log: Log, { bodyArrival = LIMITS.bodyArrival, drain = LIMITS.drain }: Patience = {}): void {
  endOnClose(server, drain);
  server.door.onRefused = (count) => log.warn({ refused: count }, 'overload');
  server.addHook('onRoute', ({ method, url, config }) => [method].flat().forEach((one) => server.door.urgencies.declare(one, url, config?.served?.urgency ?? 'ordinary')));
  keepLessWhereCrowded(server.server);
  // What Node would answer itself, without a body: an expectation that nobody here meets may be passed over (RFC 9110, 10.1.1).
  server.server.on('checkExpectation', (request, reply) => server.server.emit('request', request, reply));
  server.decorateRequest('admission', null);
  server.decorateRequest('problem', null);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, parseStrictJson(Buffer.from(bytes)));
    } catch (error) {
      done(problemOf(error));
    }
  });
  server.addContentTypeParser([NDJSON, CSV], (_request, _payload, done) => done(null));
  letGoFirst(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(EVERYWHERE);
    checkHead(request.raw);
    if (request.is404) return;
    request.admission = await inItsTurn(request, () => gate.admit(request));
    allowTime(request, bodyArrival);
  });
  server.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && request.body === undefined && request.routeOptions.config.served?.body === undefined) request.body = {};
  });
  server.addHook('onResponse', async (request, reply) => {
    hangUpUnlessWhole(request.raw, bodyArrival);
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), requestId: request.id, code: request.problem ?? undefined }, 'request');
  });
}

/** Refuses what Node would refuse without a body, and addresses that are too long. */
function checkHead({ url = '', httpVersion, headers }: IncomingMessage): void {
  if (url.length > LIMITS.url) throw new Problem('uri-too-long');
  // RFC 9112, 3.2: a request of HTTP/1.1 names its host, and none names two. Said twice, the header arrives joined by a comma.
  if ((httpVersion === '1.1' && headers.host === undefined) || headers.host?.includes(',') === true) throw new Problem('malformed');
}

/** What takes long may be silent for longer; any other body has to be there soon. */
function allowTime({ raw, routeOptions }: FastifyRequest, bodyArrival: number): void {
  const { served } = routeOptions.config;
  if (served?.urgency === 'lengthy') raw.socket.setTimeout(LIMITS.longSilence);
  if (raw.method === 'POST' && served?.consumes === undefined) limitArrival(raw, bodyArrival);
}

/** Where many connections are open, they are not kept for long after an answer. None is cut that may just be asking. */
function keepLessWhereCrowded(server: Server): void {
  let open = 0;
  const count = (change: 1 | -1): void => {
    open += change;
    server.keepAliveTimeout = open >= LIMITS.crowded ? LIMITS.keepAliveCrowded : LIMITS.keepAlive;
  };
  server.on('connection', (socket) => {
    count(1);
    socket.once('close', () => count(-1));
  });
}

/** Once the server closes, each answer ends its connection, and whatever is open at last is cut: a client that never ends its import would keep the database from stopping. */
function endOnClose(server: FastifyInstance, milliseconds: number): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
    // It keeps no process alive: a server that never listened does not close either.
    const timer = setTimeout(() => server.server.closeAllConnections(), milliseconds).unref();
    server.server.once('close', () => clearTimeout(timer));
  });
  server.addHook('onResponse', async ({ raw }) => {
    if (closing) raw.socket.end();
  });
}
