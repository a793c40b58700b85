import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { CONNECTIONS } from './generator.js';

/** In a process of its own: what the wrk script does, by autocannon. */
const [address = '', plan = '', seconds = '1'] = process.argv.slice(2);
const [count = '0', ...lines] = readFileSync(plan, 'utf8').trimEnd().split('\n');
const requests = lines.slice(0, Number(count)).map((line) => {
  const [method = 'GET', path = '/', token = '', body = ''] = line.split('\t');
  const headers = { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...(body === '' ? {} : { 'content-type': 'application/json' }) };
  return { method: method as 'GET' | 'POST', path, headers, ...(body === '' ? {} : { body }) };
});
const order = lines.slice(Number(count), Number(count) + 20_000).flatMap((line) => requests[Number(line) - 1] ?? []);
const result = await autocannon({ url: address, connections: CONNECTIONS, duration: Number(seconds), requests: order });
const { requests: sent, non2xx, errors, timeouts, latency, duration } = result;
console.log(JSON.stringify({ requests: sent.total, seconds: duration, refused: non2xx, broken: errors + timeouts, p50: latency.p50, p99: latency.p99 }));
