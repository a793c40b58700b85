// What is mutated, by name, and the suites that are asked about it. A group is mutated part by part, so that a run that is cut loses no more than one.
const product = (folder) => [`${folder}/**/*.ts`, `!${folder}/**/*.spec.ts`];
const suites = (...folders) => folders.map((folder) => `${folder}/**/*.spec.ts`);

const files = (folder, names) => names.map((name) => `${folder}/${name}.ts`);

const JUDGEMENT = ['escaped', 'guess', 'places', 'recent', 'verdicts'];
const WRITING = ['appender', 'batch'];
const ENCODING = ['columns', 'digits', 'known', 'words'];
const ROWS = ['rows', 'tuples', 'whole'];
const READING = ['portion', 'ranges', 'reader'];
const FOLLOWING = ['commit-bell', 'follower'];
const ELSEWHERE = [...JUDGEMENT, ...WRITING, ...ENCODING, ...ROWS, ...READING, ...FOLLOWING, 'read-through', 'sql'];
const DECIDING = ['asked-view', 'view-other', 'record-view', 'basis-history'];
const REFUSING = ['refusals', 'refusal-aggregate', 'rolled-up'];
const onServer = (...suffixes) => suffixes.map((suffix) => `test/contract/event-store-postgres${suffix}.spec.ts`);
/** Files of the adapter for KurrentDB and the suites beside them, and others there. */
const inKurrent = (names, more = []) => ({ mutate: files('libs/event-store-kurrentdb', names), tests: [...names.filter((name) => name !== 'settings'), ...more].map((name) => `libs/event-store-kurrentdb/${name}.spec.ts`) });
const rules = [...suites('libs/domain'), 'test/golden/golden.spec.ts', 'test/golden/keys.spec.ts'];

export const GROUPS = {
  domain: {
    access: { mutate: [...product('libs/domain/access'), 'libs/domain/*.ts', '!libs/domain/*.spec.ts'], tests: rules },
    consent: { mutate: product('libs/domain/consent'), tests: rules },
    guardianship: { mutate: product('libs/domain/guardianship'), tests: rules },
    citizen: { mutate: product('libs/domain/citizen'), tests: rules },
    sample: { mutate: [...product('libs/domain/sample'), '!libs/domain/sample/row.fixture.ts'], tests: rules },
    codec: { mutate: product('libs/domain/codec'), tests: rules },
    policy: { mutate: ['institution', 'policy', 'staff', 'status'].flatMap((folder) => product(`libs/domain/${folder}`)), tests: rules },
  },
  vault: {
    sealing: { mutate: product('libs/vault'), tests: [...suites('libs/vault'), 'test/contract/vault.spec.ts'], database: true },
    // A migration is one text, which is there or not.
    postgres: { mutate: [...product('libs/vault-postgres'), '!libs/vault-postgres/migrations/*'], tests: [...suites('libs/vault-postgres', 'libs/backup'), 'test/contract/vault.spec.ts'], database: true },
  },
  view: {
    deciding: { mutate: files('libs/application/access', DECIDING), tests: suites('libs/application/access') },
    refusing: { mutate: files('libs/application/access', REFUSING), tests: suites('libs/application/access') },
    showing: { mutate: [...product('libs/application/access'), ...files('!libs/application/access', [...DECIDING, ...REFUSING])], tests: suites('libs/application/access') },
    turns: { mutate: product('libs/event-loop'), tests: suites('libs/event-loop') },
    rows: { mutate: ['libs/read-models/answers.ts', 'libs/read-models/questions.ts', 'libs/read-models/postgres-read-models.ts'], tests: ['libs/read-models/*.spec.ts', 'test/contract/read-models*.spec.ts'], database: true },
  },
  'event-store': {
    port: { mutate: [...product('libs/event-store'), ...product('libs/event-store-memory')], tests: [...suites('libs/event-store', 'libs/event-store-memory'), 'test/contract/event-store-memory.spec.ts'] },
  },
  'event-store-postgres': {
    // By suites that need no database: what judges, escapes and remembers; how a batch and the log are written down; what is read, on a double of a session.
    judgement: { mutate: files('libs/event-store-postgres', JUDGEMENT), tests: suites('libs/event-store-postgres') },
    encoding: { mutate: files('libs/event-store-postgres', ENCODING), tests: suites('libs/event-store-postgres') },
    rows: { mutate: files('libs/event-store-postgres', ROWS), tests: suites('libs/event-store-postgres') },
    reading: { mutate: files('libs/event-store-postgres', READING), tests: suites('libs/event-store-postgres') },
    following: { mutate: files('libs/event-store-postgres', FOLLOWING), tests: suites('libs/event-store-postgres') },
    writing: { mutate: files('libs/event-store-postgres', WRITING), tests: suites('libs/event-store-postgres') },
    // On a real server.
    copying: { mutate: files('libs/event-store-postgres', ['read-through']), tests: onServer('-read-through'), database: true },
    statements: { mutate: files('libs/event-store-postgres', ['sql']), tests: [...onServer('-double'), 'libs/event-store-postgres/reader.spec.ts'], database: true },
    session: { mutate: ['libs/event-store-postgres/*.ts', '!libs/event-store-postgres/*.{spec,fixture,d}.ts', ...files('!libs/event-store-postgres', ELSEWHERE)], tests: onServer('-grants', '-line', '-load', '-sessions', '-store'), database: true },
  },
  'event-store-kurrentdb': {
    messages: inKurrent(['answer', 'append-request', 'uncompressed'], ['secured']),
    // On the rules of the double of a server, without one.
    failures: inKurrent(['attempts', 'call', 'failure']),
    reading: inKurrent(['fields', 'reader', 'requests', 'window', 'wire'], ['answer']),
    following: inKurrent(['follower', 'subscription'], ['follower-silence']),
    writing: inKurrent(['writer', 'settings'], ['kurrent-event-store']),
    // On the double of a server.
    connection: inKurrent(['connection', 'kurrent-event-store'], ['frozen', 'given-up', 'search', 'secured', 'uncompressed']),
  },
};
