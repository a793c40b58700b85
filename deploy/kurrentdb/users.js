// Makes a user for each duty and lets nobody do more than it takes; once the cluster runs for the first time. Again, it sets the passwords anew.
// Usage, with KURRENTDB_URL as admin:  node deploy/kurrentdb/users.js      (after npm run build; passwords: deploy/secrets/kurrentdb_api and kurrentdb_projector)
import { readFileSync } from 'node:fs';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { readPlaces } from '../../dist/libs/configuration/index.js';

const DUTIES = [
  { login: 'xinma-api', name: 'Xinma: appends and reads', secret: 'kurrentdb_api' },
  { login: 'xinma-projector', name: 'Xinma: reads', secret: 'kurrentdb_projector' },
];
const BOTH = DUTIES.map(({ login }) => login);
const ADMINS = '$admins';

/** Streams of ours: one appends, both read, only administrators delete or change what is kept of a stream. The server's own are the administrators'. */
const RIGHTS = JSON.parse(readFileSync(new URL('rights.json', import.meta.url), 'utf8'));

const { kurrentdb } = readPlaces({ ...process.env, EVENT_STORE: 'kurrentdb' });
if (kurrentdb?.tls === undefined) throw new Error('KURRENTDB_URL must name a cluster over TLS, as admin: without TLS a server knows no users');
const [endpoint, ...others] = kurrentdb.nodes;
const secured = { insecure: false, ...(kurrentdb.tls.ca === undefined ? {} : { rootCertificate: Buffer.from(kurrentdb.tls.ca) }) };
const where = kurrentdb.discover ? { discover: endpoint } : others.length > 0 ? { endpoints: kurrentdb.nodes } : { endpoint };
const client = new EventStoreDBClient(where, secured, kurrentdb.user);

const secretOf = (name) => readFileSync(new URL(`../secrets/${name}`, import.meta.url), 'utf8').trim();
const call = (method, request) =>
  client.execute(UsersClient, 'users', (server) => new Promise((resolve, reject) => server[method](request, ...client.callArguments({}), (error, answer) => (error === null ? resolve(answer) : reject(error)))));

async function make({ login, name, secret }) {
  const request = new users.CreateReq();
  const options = new users.CreateReq.Options();
  options.setLoginName(login);
  options.setFullName(name);
  options.setPassword(secretOf(secret));
  request.setOptions(options);
  await call('create', request);
}

async function setPassword({ login, secret }) {
  const request = new users.ResetPasswordReq();
  const options = new users.ResetPasswordReq.Options();
  options.setLoginName(login);
  options.setNewPassword(secretOf(secret));
  request.setOptions(options);
  await call('resetPassword', request);
}

// Before there is anybody whom they bind: cut here, nobody has more than that. Whichever node is asked hands it on to the one that leads.
const credentials = kurrentdb.user;
await client.appendToStream('$settings', jsonEvent({ type: 'settings', data: RIGHTS }), { credentials });
// The whole log, which is what followers read.
await client.setStreamMetadata('$all', { acl: { readRoles: BOTH, metaReadRoles: [ADMINS], metaWriteRoles: [ADMINS] } }, { credentials });
process.stdout.write('rights set\n');
for (const duty of DUTIES) {
  // Whoever is there already keeps everything but the password.
  const made = await make(duty).then(() => true, () => false);
  if (!made) await setPassword(duty);
  process.stdout.write(`${duty.login}: ${made ? 'made' : 'password set'}\n`);
}
await client.dispose();
process.exit(0);
