import { randomUUID } from 'node:crypto';
import { appointOnServer } from '../../../../apps/cli/src/appoint.js';
import { withPorts } from '../../../../apps/cli/src/instance/ports.js';
import { InstitutionName, CitizenId, SampleId, type GuardianshipId } from '../../../../libs/kernel/index.js';
import { eventually } from '../../../kit/eventually.js';
import { type Person, speaker } from '../../../kit/instance.js';
import { patiently } from '../../../kit/patiently.js';
import type { SecondIssuer } from '../../../kit/second-issuer.js';
import type { LogEntry, Operation } from '../../checker/history.js';
import { text } from '../../checker/bases.js';
import type { Town } from '../../simulation/clients/town.js';
import type { Stage } from '../stage/stage.js';

/** Somebody with an account. */
export interface Resident {
  /** At the issuer. */
  readonly subject: string;
  readonly token: string;
}

/** Who lives here, and who speaks for whom: a citizen, `registrar` or `nurse`. */
export interface Settled {
  readonly town: Town;
  readonly residents: ReadonlyMap<string, Resident>;
  /** The first request of each, by which they are known. */
  readonly asked: readonly Operation[];
}

/** How many. */
export interface Size {
  readonly adults: number;
  readonly wards: number;
}

const STAFF = { 'registrar-north': ['registrar', 'north-registry'], 'registrar-south': ['registrar', 'south-registry'], nurse: ['clinic', 'east-clinic'] } as const;
const DAY = 86_400_000;
const days = (count: number): string => new Date(Date.now() + count * DAY).toISOString();

/** Good for so long that no clock that jumps ends it, in seconds. */
const TOKEN = 200 * 3_600;

/** Makes the people of a town, by the ways in that there are, before anything goes wrong. `log` reads what is stored. */
export async function settle(stage: Stage, { adults, wards }: Size, log: () => Promise<readonly LogEntry[]>): Promise<Settled> {
  const staff = Object.keys(STAFF);
  const subjects = Array.from({ length: adults }, (_, index) => `person-${index}`);
  const residents = new Map<string, Resident>();
  for (const [index, subject] of [...subjects, ...staff].entries()) residents.set(subject, await arrive(stage, subject, index));
  await appoint(stage);
  const people = new Map([...residents].map(([subject, { token }]) => [subject, speaker(stage.apis[0].address, token, patiently)] as const));
  await Promise.all([...people.values()].map(enrol));
  const of = (subject: string): Person => people.get(subject) ?? speaker('', undefined);
  const claims = await confirm(wards, subjects, of);
  const samples = await test(subjects.slice(0, 12).map(of), of('nurse'));
  const asked = await Promise.all(subjects.map((subject) => requested(subject, of(subject))));
  return known({ residents, claims, samples, asked }, await eventually(log, (entries) => entries.filter(({ type }) => type === 'GuardianshipConfirmed').length === claims.size));
}

async function arrive({ issuer }: Stage, subject: string, index: number): Promise<Resident> {
  const name = { family: surnameOf(index), given: '某', familyLatin: null, givenLatin: null };
  issuer.people.set(subject, { name, document: { type: 'passport', state: 'AT', number: `P${String(index).padStart(8, '0')}` }, birthDate: '1970-05-05', phone: null });
  return { subject, token: await signIn(issuer, subject) };
}

/** A token that nobody has seen yet. */
export function signIn(issuer: SecondIssuer, subject: string): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return issuer.token({ sub: subject, jti: randomUUID(), acr: 'three', iat: now - 7_500, nbf: now - 7_500, exp: now + TOKEN });
}

async function enrol(person: Person): Promise<void> {
  await good(person.post('/v1/enrolments'), 202);
  await eventually(() => person.get('/v1/me'), ({ status }) => status === 200);
}

/** Nobody is called like anybody else. */
const surnameOf = (index: number): string => `王${index}`;
const childName = (index: number): string => `小${index}`;

const appoint = ({ keyed, database: { connections }, issuer }: Stage): Promise<void> =>
  withPorts(keyed, connections, async (ports) => {
    for (const [subject, [role, institution]] of Object.entries(STAFF)) await appointOnServer(ports, { issuer: issuer.url, subject, role, institution: InstitutionName(institution) }, 90);
  });

type Answered = Awaited<ReturnType<Person['get']>>;

async function good(answering: Promise<Answered>, status: number): Promise<Answered['body']> {
  const answer = await answering;
  if (answer.status !== status) throw new Error(`the town does not come to be: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** Guardianships, each claimed and confirmed before the next; by claim: whose child it is. */
async function confirm(wards: number, subjects: readonly string[], of: (subject: string) => Person): Promise<ReadonlyMap<string, string>> {
  const claims = new Map<string, string>();
  const [north, south] = [of('registrar-north'), of('registrar-south')];
  for (let child = 0; child < wards; child += 1) {
    const birthDate = `${new Date().getUTCFullYear() - 6}-03-03`;
    const person = { name: { family: childName(child), given: '明' }, birthDate, document: { type: 'passport', state: 'AT', number: `C${String(child).padStart(8, '0')}` } };
    const evidence = { type: 'birth-certificate', authority: 'Haidian', number: `A${child}`, sha256: 'ab'.repeat(32) };
    const { claim } = await good(of(subjects[child % subjects.length] ?? '').post('/v1/guardianships', { ...person, ground: 'parent-of-minor', evidence }), 202);
    const dealt = (to: Person): Promise<Answered> => eventually(() => to.post('/v1/registry/claims/next'), ({ text }) => text.includes(String(claim)));
    await dealt(north);
    await good(north.post(`/v1/registry/claims/${String(claim)}/proposal`, { reviewAt: days(300) }), 200);
    await dealt(south);
    await good(south.post(`/v1/registry/claims/${String(claim)}/countersignature`), 200);
    claims.set(String(claim), childName(child));
  }
  return claims;
}

async function test(people: readonly Person[], nurse: Person): Promise<readonly SampleId[]> {
  const samples = await Promise.all(
    people.map(async (person, index) => {
      const { code } = await good(person.post('/v1/me/sampling-codes'), 201);
      const { sample } = await good(nurse.post('/v1/samples', { code, barcode: `T-${index}` }), 201);
      return SampleId(String(sample));
    }),
  );
  const collected = new Date(Date.now() - 3_600_000).toISOString();
  const { text, status } = await nurse.postLines('/v1/results/imports', samples.map((_, index) => ({ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: collected, ci: `T-${index}` })));
  if (status !== 200 || text.split('"recorded"').length !== samples.length + 1) throw new Error(`the town has no results: ${text}`);
  return samples;
}

/** The actor is the citizen, who is not known yet. */
async function requested(subject: string, viewer: Person): Promise<Operation> {
  const [began, key, body] = [performance.now(), randomUUID(), { scope: 'status', purpose: 'FAMRQT', until: days(1), label: 'first' }];
  const answer = await viewer.post('/v1/consent-requests', body, key);
  const { consent } = await good(Promise.resolve(answer), 201);
  return { kind: 'request', actor: subject, target: String(consent), key, body: JSON.stringify(body), began, ended: performance.now(), outcome: 'done', answer: answer.text };
}

interface Made {
  readonly residents: ReadonlyMap<string, Resident>;
  readonly claims: ReadonlyMap<string, string>;
  readonly samples: readonly SampleId[];
  readonly asked: readonly Operation[];
}

/** Who is who in the log: whoever asked for a consent is its viewer. */
function known({ residents, claims, samples, asked }: Made, log: readonly LogEntry[]): Settled {
  const viewers = new Map(log.filter(({ type }) => type === 'ConsentRequested').map(({ data }) => [text(data, 'consent'), text(data, 'viewer')] as const));
  const citizens = new Map(asked.map(({ actor, target }) => [actor, viewers.get(target) ?? ''] as const));
  const confirmed = log.filter(({ type }) => type === 'GuardianshipConfirmed').map(({ data }) => data);
  const surnames = new Map([...citizens].map(([subject, citizen]) => [citizen, surnameOf(Number(subject.split('-')[1]))] as const));
  for (const data of confirmed) surnames.set(text(data, 'dependent'), claims.get(text(data, 'claim')) ?? '');
  const speakers = new Map([...citizens].map(([subject, citizen]) => [citizen, residents.get(subject)] as const));
  const spoken = [...speakers, ['registrar', residents.get('registrar-north')] as const, ['nurse', residents.get('nurse')] as const];
  const wards = confirmed.map((data) => ({ guardianship: text(data, 'guardianship') as GuardianshipId, guardian: CitizenId(text(data, 'guardian')) }));
  return {
    town: { adults: [...citizens.values()].map((citizen) => CitizenId(citizen)), surnames, wards, samples },
    residents: new Map(spoken.flatMap(([who, resident]) => (resident === undefined ? [] : [[who, resident] as const]))),
    asked: asked.map((operation) => ({ ...operation, actor: citizens.get(operation.actor) ?? '' })),
  };
}
