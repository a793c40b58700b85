import { isIP } from 'node:net';
import { certificatesIn, isLoopback, type Verified } from './database.js';
import { oneOf, type Parser, type Variables } from './variables.js';

/** Stores that the log can be in. */
export type EventStoreName = 'postgres' | 'kurrentdb';

/** A KurrentDB of the user's: its nodes, or with `discover` one name that stands for them. Without TLS only over loopback, and then as nobody. */
export interface KurrentConfiguration {
  readonly nodes: readonly [KurrentNode, ...KurrentNode[]];
  readonly discover: boolean;
  readonly tls: Verified | undefined;
  readonly user: { readonly username: string; readonly password: string } | undefined;
}

/** Where a node is reached. */
export interface KurrentNode {
  readonly address: string;
  readonly port: number;
}

interface Address extends Omit<KurrentConfiguration, 'tls'> {
  readonly secured: boolean;
  readonly certificates: string | undefined;
}

const FORM = 'kurrentdb://user:password@host:port,host:port (or kurrentdb+discover://user:password@name:port), percent-encoded, with no parameters but tls and tlsCaFile';
const PLAIN = 'one without user and password where tls=false, and without tls=false unless every node is on this machine';
const SECURED = 'one with a user and a password: over TLS nobody is let in without';
const NAMED = 'one with names of nodes: over TLS none is reached by its address';

const PARTS = /^(?:kurrentdb|esdb)(?<discover>\+discover)?:\/\/(?:(?<username>[^:@/]+):(?<password>[^:@/]+)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<query>.*))?$/;

const address: Parser<Address> = (text) => {
  const { groups: parts = {} } = PARTS.exec(text) ?? {};
  const query = new URLSearchParams(parts['query']);
  const nodes = nodesIn(parts['hosts'] ?? '', parts['discover'] !== undefined);
  if (nodes === undefined || !areKnown(query)) return undefined;
  try {
    return { ...nodes, user: userIn(parts), secured: query.get('tls') !== 'false', certificates: query.get('tlsCaFile') ?? undefined };
  } catch {
    // Percent signs that encode nothing.
    return undefined;
  }
};

const areKnown = (query: URLSearchParams): boolean => [...query].every(([name, value]) => name === 'tlsCaFile' || (name === 'tls' && ['true', 'false'].includes(value)));

function userIn({ username, password }: Readonly<Record<string, string | undefined>>): Address['user'] {
  return username === undefined || password === undefined ? undefined : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** Undefined where one of them is no node, or where one name should stand for all and there are two. */
function nodesIn(hosts: string, discover: boolean): Pick<Address, 'nodes' | 'discover'> | undefined {
  const [first, ...others] = hosts.split(',').map(node).filter((each) => each !== undefined);
  const complete = hosts.split(',').length === others.length + 1;
  return first === undefined || !complete || (discover && others.length > 0) ? undefined : { nodes: [first, ...others], discover };
}

function node(text: string): KurrentNode | undefined {
  const parts = /^(?<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(?::(?<port>[1-9]\d{0,4}))?$/.exec(text)?.groups;
  const [host, port] = [parts?.['host'], Number(parts?.['port'] ?? '2113')];
  return host === undefined || port > 65_535 ? undefined : { address: host, port };
}

/** Reads where the log is; the second undefined where that is not a KurrentDB, or something is wrong. */
export function readEventStore(variables: Variables): { readonly eventStore: EventStoreName; readonly kurrentdb: KurrentConfiguration | undefined } {
  const eventStore = variables.optional('EVENT_STORE', oneOf('postgres', 'kurrentdb'), 'postgres or kurrentdb') ?? 'postgres';
  if (eventStore === 'postgres') {
    if (variables.has('KURRENTDB_URL')) variables.wrong('EVENT_STORE', 'kurrentdb, because KURRENTDB_URL is set');
    return { eventStore, kurrentdb: undefined };
  }
  return { eventStore, kurrentdb: readKurrent(variables) };
}

/** Reads KURRENTDB_URL, which has to be set. */
export function readKurrent(variables: Variables): KurrentConfiguration | undefined {
  const found = variables.required('KURRENTDB_URL', address, FORM);
  if (found === undefined) return undefined;
  const { secured, certificates: file, ...place } = found;
  const trouble = secured ? troubleOverTls(place) : troubleInClear(place);
  if (trouble !== undefined) variables.wrong('KURRENTDB_URL', trouble);
  const ca = file === undefined ? undefined : certificatesIn(variables, { variable: 'KURRENTDB_URL', parameter: 'tlsCaFile', file });
  return { ...place, tls: secured ? { ca } : undefined };
}

const bare = ({ address }: KurrentNode): string => address.replace(/^\[(.*)\]$/, '$1');

const isHere = (node: KurrentNode): boolean => isLoopback(bare(node));

/** The client asks a server for the certificate of whom it calls, which has to be a name: by an address it gets no connection at all. */
function troubleOverTls({ user, nodes }: Pick<Address, 'user' | 'nodes'>): string | undefined {
  if (user === undefined) return SECURED;
  return nodes.some((node) => isIP(bare(node)) !== 0) ? NAMED : undefined;
}

const troubleInClear = ({ user, nodes }: Pick<Address, 'user' | 'nodes'>): string | undefined => (user === undefined && nodes.every(isHere) ? undefined : PLAIN);
