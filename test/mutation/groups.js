// What is mutated, by name, and the suites that are asked about it. A group is mutated part by part, so that a run that is cut loses no more than one.
const product = (folder) => [`${folder}/**/*.ts`, `!${folder}/**/*.spec.ts`];
const suites = (...folders) => folders.map((folder) => `${folder}/**/*.spec.ts`);

const files = (folder, names) => names.map((name) => `${folder}/${name}.ts`);

const JUDGEMENT = ['escaped', 'guess', 'places', 'recent', 'verdicts'];
const WRITING = ['appender', 'batch'];
const ENCODING = ['columns', 'digits', 'known', 'words'];
const READING = ['ranges', 'read-through', 'reader', 'rows', 'tuples', 'whole'];
const DECIDING = ['asked-view', 'view-other', 'record-view', 'basis-history'];
const REFUSING = ['refusals', 'refusal-aggregate', 'rolled-up'];
const MESSAGES = ['answer', 'append-request', 'uncompressed'];
const onServer = (...suffixes) => [...suites('libs/event-store-postgres'), ...suffixes.map((suffix) => `test/contract/event-store-postgres${suffix}.spec.ts`)];
const rules = [...suites('libs/domain'), 'test/golden/golden.spec.ts', 'test/golden/keys.spec.ts'];

export const GROUPS = {
  domain: {
    access: { mutate: [...product('libs/domain/access'), 'libs/domain/*.ts', '!libs/domain/*.spec.ts'], tests: rules },
    consent: { mutate: product('libs/domain/consent'), tests: rules },
    guardianship: { mutate: product('libs/domain/guardianship'), tests: rules },
    citizen: { mutate: product('libs/domain/citizen'), tests: rules },
    sample: { mutate: [...product('libs/domain/sample'), '!libs/domain/sample/row.fixture.ts'], tests: rules },
    codec: { mutate: product('libs/domain/codec'), tests: rules },
    policy: { mutate: ['policy', 'staff', 'status'].flatMap((folder) => product(`libs/domain/${folder}`)), tests: rules },
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
    rows: { mutate: ['libs/read-models/answers.ts', 'libs/read-models/questions.ts', 'libs/read-models/postgres-read-models.ts'], tests: ['libs/read-models/*.spec.ts', 'test/contract/read-models*.spec.ts'], database: true },
  },
  'event-store': {
    port: { mutate: [...product('libs/event-store'), ...product('libs/event-store-memory')], tests: [...suites('libs/event-store', 'libs/event-store-memory'), 'test/contract/event-store-memory.spec.ts'] },
  },
  'event-store-postgres': {
    // What judges, escapes and remembers without a database, by suites that need none.
    judgement: { mutate: files('libs/event-store-postgres', JUDGEMENT), tests: suites('libs/event-store-postgres') },
    // The rest, on a real server: an hour each, or so.
    writing: { mutate: files('libs/event-store-postgres', WRITING), tests: onServer('', '-grants', '-outcomes', '-recent', '-sessions'), database: true },
    encoding: { mutate: files('libs/event-store-postgres', ENCODING), tests: onServer('', '-outcomes'), database: true },
    reading: { mutate: files('libs/event-store-postgres', READING), tests: onServer('', '-read-through', '-whole', '-outcomes'), database: true },
    session: { mutate: [...product('libs/event-store-postgres'), '!libs/event-store-postgres/migrations/*', ...files('!libs/event-store-postgres', [...JUDGEMENT, ...WRITING, ...ENCODING, ...READING])], tests: onServer('', '-followers', '-grants', '-outcomes', '-recent', '-sessions'), database: true },
  },
  'event-store-kurrentdb': {
    messages: { mutate: files('libs/event-store-kurrentdb', MESSAGES), tests: suites('libs/event-store-kurrentdb') },
    // The rest, on the double of a server: hours. What only a real one shows is in test/kurrentdb.
    double: { mutate: [...product('libs/event-store-kurrentdb'), ...files('!libs/event-store-kurrentdb', MESSAGES)], tests: ['test/contract/event-store-kurrentdb*.spec.ts'] },
  },
};
