import { readFileSync } from 'node:fs';
import autocannon, { type Client } from 'autocannon';
import { CONNECTIONS } from './generator.js';

/** How many places of the order are asked for, over and over. */
const ORDERED = 64_000;

/** In a process of its own: what the wrk script does, by autocannon. */
const [address = '', plan = '', seconds = '1'] = process.argv.slice(2);
const [count = '0', ...lines] = readFileSync(plan, 'utf8').trimEnd().split('\n');
const requests = lines.slice(0, Number(count)).map((line) => {
  const [method = 'GET', path = '/', token = '', body = ''] = line.split('\t');
  const headers = { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...(body === '' ? {} : { 'content-type': 'application/json' }) };
  return { method: method as 'GET' | 'POST', path, headers, ...(body === '' ? {} : { body }) };
});
const order = lines.slice(Number(count), Number(count) + ORDERED).flatMap((line) => requests[Number(line) - 1] ?? []);
// Each connection has a part of the order to itself: given all of it, each would first build every request, for seconds, and all would ask for the same at once.
let connected = 0;
const setupClient = (client: Client): void => {
  client.setRequests(order.filter((_, index) => index % CONNECTIONS === connected % CONNECTIONS));
  connected += 1;
};
const result = await autocannon({ url: address, connections: CONNECTIONS, duration: Number(seconds), requests: order.slice(0, 1), setupClient });
const { requests: sent, non2xx, errors, timeouts, latency, duration } = result;
console.log(JSON.stringify({ requests: sent.total, seconds: duration, refused: non2xx, broken: errors + timeouts, p50: latency.p50, p99: latency.p99 }));
