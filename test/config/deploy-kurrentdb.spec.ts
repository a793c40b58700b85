import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

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
    expect(node.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    expect(node.environment).toMatchObject({ KURRENTDB_CERTIFICATE_FILE: '/certificates/node/node.crt', KURRENTDB_ALLOW_ANONYMOUS_STREAM_ACCESS: 'false', KURRENTDB_ALLOW_ANONYMOUS_ENDPOINT_ACCESS: 'false', KURRENTDB_RUN_PROJECTIONS: 'None' });
    expect(Object.keys(node.environment)).not.toContain('KURRENTDB_INSECURE');
    expect(node.volumes).toEqual([`data-${name.slice(-1)}:/var/lib/kurrentdb`, './certificates/ca:/certificates/ca:ro', `./certificates/${name}:/certificates/node:ro`]);
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
