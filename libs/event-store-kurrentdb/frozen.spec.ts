import { expect, it } from '@jest/globals';
import { Scripted } from '../../test/kit/kurrentdb-double/scripted.js';
import { Connection } from './connection.js';
import { logRead } from './requests.js';

it('A server that freezes is asked for a sign of life, and given up: what is open there fails', async () => {
  const { server, wire, close } = await Scripted.start();
  const connection = Connection.to({ nodes: [wire.address], discover: false, tls: undefined, user: undefined });
  server.ends = false;
  const { answers } = await connection.open(logRead('end', 1), 5_000);
  const failed = new Promise((resolve) => answers.on('error', resolve));
  await new Promise<void>((resolve) => answers.on('data', () => resolve()));
  wire.silence();
  expect(await failed).toMatchObject({ code: 14 });
  connection.end();
  await close();
});
