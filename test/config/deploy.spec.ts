import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { NODE_FLAGS } from '../../apps/cli/src/instance/node-flags.js';
import { DATABASE_PASSWORDS } from '../../libs/configuration/index.js';

/** What of a service the rules below speak of. */
interface Service {
  readonly image: string;
  readonly user: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly restart?: string;
  readonly healthcheck?: object;
  readonly stop_grace_period?: string;
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly network_mode?: string;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
};
const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
};
const file = readFileSync('deploy/Dockerfile', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const last = file.slice(file.findLastIndex((line) => line.startsWith('FROM ')));

describe('The containers', () => {
  it('are the database, its schema, the API and the projector', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'migrate', 'api', 'projector']);
  });

  it.each(Object.entries(compose.services))('%s runs as a numbered user that is not root, on a file system that it can’t write, with no right to more', (name, one) => {
    expect(one.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(one).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(one.privileged).toBeUndefined();
    expect([one.mem_limit, one.pids_limit, one.stop_grace_period]).toEqual([expect.any(String), expect.any(Number), expect.any(String)]);
    expect(one.restart).toBe(name === 'migrate' ? 'no' : 'unless-stopped');
    expect(one.healthcheck === undefined).toBe(name === 'migrate');
    for (const volume of one.volumes) expect(volume).not.toContain('docker.sock');
  });

  it('reach the database by its socket alone: nothing but the API has a network, on this machine only', () => {
    const connected = Object.entries(compose.services).filter(([, { network_mode }]) => network_mode !== 'none');
    expect(connected.map(([name]) => name)).toEqual(['api']);
    expect(service('api').ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    for (const name of ['migrate', 'api', 'projector']) expect(service(name)).toMatchObject({ volumes: ['socket:/run/postgresql:ro,nocopy'], environment: { DATABASE_URL: 'postgresql:///xinma?host=/run/postgresql' } });
  });

  it('leave the socket’s folder to the database: mounted elsewhere it takes over nothing of what the image has there', () => {
    const copying = Object.entries(compose.services).filter(([, { volumes }]) => volumes.some((volume) => volume.startsWith('socket:') && !volume.endsWith(',nocopy')));
    expect(copying.map(([name]) => name)).toEqual(['postgres']);
  });

  it('are told everything that the API can be told about its issuer', () => {
    const known = new Set(readFileSync('README.md', 'utf8').match(/\bOIDC_\w+/g));
    expect(Object.keys(service('api').environment).filter((name) => name.startsWith('OIDC_')).toSorted()).toEqual([...known].toSorted());
  });

  it('make the roles with the passwords of the secrets, and leave none of them to the server that the same shell becomes', () => {
    const start = `set -Eeo pipefail; cat() { echo "word of $1"; }; psql() { env; }; . deploy/postgres/init.sh; echo then; env; unset nothing; echo "$nothing"`;
    const [during = '', after = ''] = execFileSync('bash', ['-c', start], { encoding: 'utf8' }).split('then\n');
    for (const name of Object.values(DATABASE_PASSWORDS)) {
      expect(during).toContain(`${name}=word of /run/secrets/${name.replace('_PASSWORD', '').toLowerCase()}\n`);
      expect(after).not.toContain(name);
    }
    const failing = () => execFileSync('bash', ['-c', 'set -Eeo pipefail; cat() { echo x; }; psql() { return 3; }; . deploy/postgres/init.sh; exit 0'], { stdio: 'pipe' });
    expect(failing).toThrow(expect.objectContaining({ status: 3 }));
  });

  it('hold the secrets that they need and no others, none in a variable', () => {
    expect(Object.fromEntries(Object.entries(compose.services).map(([name, { secrets }]) => [name, secrets]))).toEqual({
      postgres: ['database_superuser', 'database_owner', 'database_api', 'database_projector', 'database_keys'],
      migrate: ['database_owner'],
      api: ['database_api', 'database_keys', 'master_key'],
      projector: ['database_projector'],
    });
    const secret = new Set([...Object.values(DATABASE_PASSWORDS), 'XINMA_MASTER_KEY', 'POSTGRES_PASSWORD']);
    for (const { environment, secrets } of Object.values(compose.services)) {
      expect(Object.keys(environment).filter((name) => secret.has(name))).toEqual([]);
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
      for (const [, path] of files) expect(secrets.map((name) => `/run/secrets/${name}`)).toContain(path);
    }
    for (const { file: path } of Object.values(compose.secrets)) expect(existsSync(`deploy/${path}`)).toBe(false);
  });

  it('are named by short image names, whose home is the operator’s to choose', () => {
    const images = [...Object.values(compose.services).map(({ image }) => image), ...file.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1] ?? '')];
    for (const image of images) expect(image).toMatch(/^[a-z]+(:[a-z0-9-]+)?$/);
  });
});

describe('The image', () => {
  it('begins from nothing and ends as a numbered user who has one program', () => {
    expect(last[0]).toBe('FROM scratch');
    expect(last.filter((line) => /^(COPY|ADD|RUN)/.test(line))).toEqual(['COPY --from=build /image/ /']);
    expect(last.find((line) => line.startsWith('USER '))).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
    expect(last).toContain('STOPSIGNAL SIGTERM');
    expect(last).toContain(`ENTRYPOINT ${JSON.stringify(['/bin/node', ...NODE_FLAGS, '/app/dist/apps/cli/src/main.js']).replaceAll(',', ', ')}`);
  });

  it('is made of what the lock file names and of our sources, nothing else', () => {
    const taken = file.filter((line) => /^(COPY|ADD)/.test(line) && !line.includes('--from')).flatMap((line) => line.split(' ').slice(1, -1));
    expect(taken).toEqual(['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json', 'apps', 'libs', 'deploy/image.sh', 'deploy/tsconfig.json', 'deploy/web.js']);
    const [everything, ...let_in] = readFileSync('.dockerignore', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(everything).toBe('*');
    expect(let_in.map((line) => line.replace('!', '')).toSorted()).toEqual(taken.toSorted());
    expect(file.filter((line) => /secret|password|KEY=/i.test(line))).toEqual([]);
  });
});

describe('What Node is told', () => {
  it('is the same in the scripts, and with the blob that they start from, as where an instance is started as a process of its own', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    for (const script of ['start', 'xinma', 'bench']) expect(scripts[script]).toMatch(new RegExp(`node ${NODE_FLAGS.join(' ')} \\S+$`));
    const blob = readFileSync('deploy/bundle.js', 'utf8');
    for (const flag of NODE_FLAGS) expect(blob).toContain(`'${flag}'`);
  });
});
