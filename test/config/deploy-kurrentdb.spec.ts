import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb.js';
import { type Metadata, type sendUnaryData, Server, ServerCredentials, type ServerReadableStream, type ServerUnaryCall, status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Authority, type Certified } from '../kit/certificates.js';
import { outcomeAnswer, readOptions } from '../kit/kurrentdb-double/messages.js';

interface Node {
  readonly user: string;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly environment: Readonly<Record<string, string | number>>;
}

const { services } = parse(readFileSync('deploy/kurrentdb/compose.yaml', 'utf8'), { merge: true }) as { readonly services: Readonly<Record<string, Node>> };
const nodes = Object.entries(services);

describe('The cluster of KurrentDB', () => {
  it('has three nodes, each of which knows the others', () => {
    expect(nodes.map(([name]) => name)).toEqual(['kurrentdb-1', 'kurrentdb-2', 'kurrentdb-3']);
    for (const [name, { environment }] of nodes) {
      const others = nodes.map(([other]) => other).filter((other) => other !== name);
      expect(environment).toMatchObject({ KURRENTDB_CLUSTER_SIZE: 3, KURRENTDB_GOSSIP_SEED: others.map((other) => `${other}:2113`).join(','), KURRENTDB_NODE_HOST_ADVERTISE_AS: name });
    }
  });

  it.each(nodes)('%s runs hardened, over TLS, lets nobody in without a name, and keeps its data', (name, node) => {
    expect(node).toMatchObject({ user: '1000:1000', read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(node.environment).toMatchObject({ KURRENTDB_CERTIFICATE_FILE: '/certificates/node/node.crt', KURRENTDB_ALLOW_ANONYMOUS_STREAM_ACCESS: 'false', KURRENTDB_ALLOW_ANONYMOUS_ENDPOINT_ACCESS: 'false', KURRENTDB_RUN_PROJECTIONS: 'None' });
    expect(Object.keys(node.environment)).not.toContain('KURRENTDB_INSECURE');
    expect(node.volumes).toEqual([`data-${name.slice(-1)}:/var/lib/kurrentdb`, './certificates/ca:/certificates/ca:ro', `./certificates/nodes/${name}:/certificates/node:ro`]);
  });

  it('is reached on this machine where its nodes say that they are, by names that its README puts into the hosts file', () => {
    const readme = readFileSync('deploy/kurrentdb/README.md', 'utf8');
    for (const [name, { ports }] of nodes) {
      const [, address = ''] = /^(127\.0\.0\.\d+):2113:2113$/.exec(ports.join()) ?? [];
      expect(readme).toMatch(new RegExp(`^ *${address} ${name}$`, 'm'));
    }
    expect(new Set(nodes.flatMap(([, { ports }]) => ports)).size).toBe(nodes.length);
  });

  it('gets rights that let the API append, the projector read, and neither delete or see what is the server’s own', () => {
    const rights = JSON.parse(readFileSync('deploy/kurrentdb/rights.json', 'utf8')) as unknown;
    const nobodyElse = { $d: '$admins', $mr: '$admins', $mw: '$admins' };
    expect(rights).toEqual({
      $userStreamAcl: { $r: ['xinma-api', 'xinma-projector'], $w: 'xinma-api', ...nobodyElse },
      $systemStreamAcl: { $r: '$admins', $w: '$admins', ...nobodyElse },
    });
  });
});

describe('What sets the cluster up', () => {
  let top: string;
  const here = (path: string): string => join(top, path);
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'xinma-cluster-'));
    mkdirSync(here('deploy/kurrentdb'), { recursive: true });
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));
  const copy = (...names: readonly string[]): void => names.forEach((name) => copyFileSync(`deploy/kurrentdb/${name}`, here(`deploy/kurrentdb/${name}`)));

  /** Where no openssl is installed, one that makes the files that it is asked for: who reaches them is the script's business. */
  function pathWithOpenssl(): string {
    const path = process.env['PATH'] ?? '';
    if (spawnSync('openssl', ['version']).status === 0) return path;
    writeFileSync(here('openssl'), '#!/bin/sh\nwhile [ $# -gt 0 ]; do case $1 in -out | -keyout) : > "$2" ;; esac; shift; done\n', { mode: 0o755 });
    return `${top}:${path}`;
  }

  it('makes keys that only the operator reaches, and the container whose folder it is', () => {
    copy('certificates.sh');
    expect(spawnSync('sh', [here('deploy/kurrentdb/certificates.sh'), 'kurrentdb-1'], { env: { PATH: pathWithOpenssl() } }).status).toBe(0);
    const modeOf = (path: string): string => (statSync(here(`deploy/kurrentdb/certificates/${path}`)).mode & 0o777).toString(8);
    expect(['authority.key', 'nodes'].map(modeOf)).toEqual(['600', '700']);
    expect(['nodes/kurrentdb-1', 'nodes/kurrentdb-1/node.key', 'nodes/kurrentdb-1/node.crt'].map(modeOf)).toEqual(['755', '444', '444']);
    expect(['', 'ca', 'ca/ca.crt'].map(modeOf)).toEqual(['711', '755', '444']);
  });

  /** A node that follows: it hands on what need not be done by the one that leads. */
  async function follower(told: string[], { certificate, key }: Certified): Promise<{ readonly server: Server; readonly port: number }> {
    const server = new Server();
    const refusal = (metadata: Metadata) => (metadata.get('requires-leader').length > 0 ? { code: status.NOT_FOUND, details: 'Leader info available' } : null);
    server.addService(StreamsService, {
      append(call: ServerReadableStream<AppendReq, unknown>, answer: sendUnaryData<unknown>) {
        call.once('data', (request: AppendReq) => told.push(readOptions(request).stream));
        call.on('end', () => answer(refusal(call.metadata), outcomeAnswer({ kind: 'done', revision: 0n, position: 1n })));
      },
    });
    server.addService(UsersService, {
      create(call: ServerUnaryCall<users.CreateReq, unknown>, answer: sendUnaryData<unknown>) {
        told.push(call.request.getOptions()?.getLoginName() ?? '');
        answer(refusal(call.metadata), new users.CreateResp());
      },
    });
    const secured = ServerCredentials.createSsl(null, [{ cert_chain: Buffer.from(certificate), private_key: Buffer.from(key) }]);
    const port = await new Promise<number>((bound, failed) => server.bindAsync('localhost:0', secured, (error, found) => (error === null ? bound(found) : failed(error))));
    return { server, port };
  }

  it('sets rights before there is anybody who has them, whichever node it asks', async () => {
    copy('users.js', 'rights.json');
    mkdirSync(here('deploy/secrets'));
    for (const name of ['kurrentdb_api', 'kurrentdb_projector']) writeFileSync(here(`deploy/secrets/${name}`), 'p');
    writeFileSync(here('package.json'), '{ "type": "module" }');
    for (const name of ['dist', 'node_modules']) symlinkSync(resolve(name), here(name));
    const [told, authority]: [string[], Authority] = [[], new Authority('ours')];
    writeFileSync(here('ca.pem'), authority.certificate);
    const { server, port } = await follower(told, authority.certify('localhost'));
    const environment = { PATH: process.env['PATH'], KURRENTDB_URL: `kurrentdb://admin:p@localhost:${port}?tlsCaFile=${here('ca.pem')}` };
    try {
      await promisify(execFile)(process.execPath, [here('deploy/kurrentdb/users.js')], { env: environment });
    } finally {
      server.forceShutdown();
    }
    expect(told).toEqual(['$settings', '$$$all', 'xinma-api', 'xinma-projector']);
  });
});

describe('An instance on the cluster', () => {
  /** What of a service is otherwise then. */
  interface Moved {
    readonly environment: Readonly<Record<string, string>>;
    readonly secrets: readonly { readonly source: string; readonly target: string }[];
    readonly volumes: readonly string[];
    readonly network_mode?: string | null;
    readonly networks: readonly string[];
  }
  const reset = { tag: '!reset', resolve: () => null };
  const moved = parse(readFileSync('deploy/compose.kurrentdb.yaml', 'utf8'), { customTags: [reset] }) as { readonly services: Readonly<Record<string, Moved>>; readonly networks: Readonly<Record<string, object>> };

  it.each(Object.entries(moved.services))('has the log there: %s, with an address of its own, which nobody else reads', (name, { environment, secrets, volumes }) => {
    expect(environment).toEqual({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL_FILE: '/run/secrets/kurrentdb_url' });
    expect(secrets).toEqual([{ source: `kurrentdb_url_${name}`, target: 'kurrentdb_url' }]);
    expect(volumes).toEqual(['./kurrentdb/certificates/ca/ca.crt:/etc/xinma/kurrentdb-ca.crt:ro']);
  });

  it('has the API and the projector in the cluster’s network, and the API in its own', () => {
    const { api, projector, ...others } = moved.services;
    expect(others).toEqual({});
    expect(api).toMatchObject({ networks: ['default', 'kurrentdb'] });
    expect(projector).toMatchObject({ network_mode: null, networks: ['kurrentdb'] });
    expect(moved.networks).toEqual({ kurrentdb: { name: 'xinma-kurrentdb_default', external: true } });
  });
});
