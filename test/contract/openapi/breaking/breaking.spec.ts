import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { description as described } from '../../../../apps/api/src/description.js';
import { VERSION } from '../../../../apps/api/src/edge/openapi.js';
import type { Description } from '../served.js';
import { baseline } from './baseline.js';
import { breaking } from './compare.js';

const now = JSON.parse(described()) as Description;

/** What clients of a release break on all the same, and why. Nothing else may, and what does so no more is not to stand here. */
const KNOWINGLY: Readonly<Record<string, readonly string[]>> = {
  // Since institutions have ids, nobody is appointed at a place whose name could be the id of another, at which rows are kept: the server refuses it whatever the description says.
  'v0.1.0': ['POST /v1/registry/appointments: body application/json.institution: pattern'],
};

describe('the description', () => {
  const { from, description } = baseline();
  it(`breaks no client of ${from}, but where that is said`, () => expect(breaking(description, now)).toEqual(KNOWINGLY[from.replace(/\.json$/, '')] ?? []));

  it('has the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect([VERSION, now.info['version']]).toEqual([version, version]);
  });
});

type Json = { [name: string]: Json } & { [index: number]: Json };

const ASK = ['paths', '/v1/consent-requests', 'post'];
const LOG = ['paths', '/v1/me/disclosures', 'get'];
const BODY = ['components', 'schemas', 'ConsentRequestBody'];
const ANSWER = ['components', 'schemas', 'SelfViewAnswer'];

/** Whatever stands at a place. */
const at = (document: Json, path: readonly (string | number)[]): Json => path.reduce<Json>((part, step) => part[step] ?? {}, document);
const put = (path: readonly string[], name: string, value: unknown) => (document: Json) => Object.assign(at(document, path), { [name]: value });
const drop = (path: readonly string[], name: string) => (document: Json) => Reflect.deleteProperty(at(document, path), name);
const push = (path: readonly string[], value: unknown) => (document: Json) => Reflect.apply(Array.prototype.push, at(document, path), [value]);
const pull = (path: readonly string[], value: unknown) => (document: Json) => {
  const all = at(document, path) as unknown;
  if (Array.isArray(all)) all.splice(all.indexOf(value), 1);
};

/** What is planted, and what is said of it; nothing where it only adds. */
type Change = readonly [what: string, plant: (document: Json) => unknown, said: string | undefined];

const CHANGES: readonly Change[] = [
  ['nothing', () => undefined, undefined],
  // Operations
  ['a route is removed', drop(['paths'], '/v1/me/code'), 'GET /v1/me/code: is gone'],
  ['a route is added', put(['paths'], '/v1/new', { get: { security: [], parameters: [], responses: {} } }), undefined],
  ['a summary is another', put(ASK, 'summary', 'x'), undefined],
  // Who may
  ['a route asks for a token', put(['paths', '/health', 'get'], 'security', [{ issuer: [] }]), 'asks for a token'],
  ['a route asks for none any more', put(ASK, 'security', []), 'asks for no token'],
  ['a level is raised', put([...ASK, 'x-permission'], 'assurance', 'al3'), 'asks for al3'],
  ['a level is lowered', put([...ASK, 'x-permission'], 'assurance', 'al1'), undefined],
  ['a route is for others', put([...ASK, 'x-permission'], 'who', 'auditor'), 'is for auditor'],
  // What is sent: parameters
  ['a parameter has to be given', put([...LOG, 'parameters', '0'], 'required', true), 'has to be given'],
  ['an optional parameter is added', push([...LOG, 'parameters'], { name: 'kind', in: 'query', required: false, schema: { type: 'string' } }), undefined],
  ['a required parameter is added', push([...LOG, 'parameters'], { name: 'kind', in: 'query', required: true, schema: { type: 'string' } }), 'query kind has to be given'],
  ['a parameter is removed', (document) => Reflect.apply(Array.prototype.shift, at(document, [...LOG, 'parameters']), []), 'is gone'],
  ['a parameter’s pattern is another', put([...ASK, 'parameters', '0', 'schema'], 'pattern', '^a+$'), 'header Idempotency-Key: pattern'],
  // What is sent: bodies
  ['a required field is added', (document) => (put([...BODY, 'properties'], 'more', { type: 'string' })(document), push([...BODY, 'required'], 'more')(document)), 'more: is not always there'],
  ['an optional field is added', put([...BODY, 'properties'], 'more', { type: 'string' }), undefined],
  ['a field is removed', (document) => (drop([...BODY, 'properties'], 'label')(document), pull([...BODY, 'required'], 'label')(document)), 'label: field'],
  ['an optional field has to be sent', push(['components', 'schemas', 'SampleBody', 'required'], 'collectedAt'), 'collectedAt: is not always there'],
  ['a field may be left out', pull([...BODY, 'required'], 'label'), undefined],
  ['a set is narrower', put([...BODY, 'properties', 'scope'], 'enum', ['status']), 'value "results"'],
  ['a set is wider', push([...BODY, 'properties', 'scope', 'enum'], 'more'), undefined],
  ['a text becomes a set', put([...BODY, 'properties', 'label'], 'enum', ['Mum']), 'label: any value'],
  ['a text may be less long', put([...BODY, 'properties', 'label'], 'maxLength', 39), 'label: maxLength'],
  ['a text may be longer', put([...BODY, 'properties', 'label'], 'maxLength', 41), undefined],
  ['a text has to be longer', put([...BODY, 'properties', 'label'], 'minLength', 2), 'label: minLength'],
  ['a text has to match', put(['components', 'schemas', 'ReasonBody', 'properties', 'reason'], 'pattern', '^a'), 'reason: pattern'],
  ['a text need not match', drop([...BODY, 'properties', 'label'], 'pattern'), undefined],
  ['a number may be less', put(['components', 'schemas', 'AppointmentBody', 'properties', 'days'], 'maximum', 30), 'days: maximum'],
  ['a field is of another type', put([...BODY, 'properties', 'label'], 'type', 'integer'), 'label: type string'],
  ['a field takes null, too', put([...BODY, 'properties', 'label'], 'type', ['string', 'null']), undefined],
  ['a field takes null no more', put(['components', 'schemas', 'NameBody', 'properties', 'family'], 'type', 'string'), 'family: type null'],
  ['a body’s media type is removed', drop(['paths', '/v1/results/imports', 'post', 'requestBody', 'content'], 'application/x-ndjson'), 'body application/x-ndjson is gone'],
  ['a body’s media type is added', put([...ASK, 'requestBody', 'content'], 'text/csv', { schema: { type: 'string' } }), undefined],
  ['a body has to be sent', put(['paths', '/v1/enrolments', 'post', 'requestBody'], 'required', true), 'a body has to be sent'],
  // What is answered
  ['an answer lacks a field', (document) => (drop([...ANSWER, 'properties'], 'surname')(document), pull([...ANSWER, 'required'], 'surname')(document)), 'surname: is not always there'],
  ['an answer may lack a field', pull([...ANSWER, 'required'], 'surname'), 'surname: is not always there'],
  ['an answer lacks a field that it might have had', drop(['components', 'schemas', 'OtherViewAnswer', 'properties'], 'results'), 'results: field'],
  ['an answer has one field more', put([...ANSWER, 'properties'], 'more', { type: 'string' }), undefined],
  ['an answer may say null', put([...ANSWER, 'properties', 'surname'], 'type', ['string', 'null']), 'surname: type null'],
  ['an answer says null no more', put([...ANSWER, 'properties', 'phoneEnds'], 'type', 'string'), undefined],
  ['an answer is of another type', put([...ANSWER, 'properties', 'surname'], 'type', 'integer'), 'surname: type integer'],
  ['an answer has another value', push(['components', 'schemas', 'OwnCodeAnswer', 'properties', 'status', 'enum'], 'red'), 'value "red"'],
  ['an answer has one value less', pull(['components', 'schemas', 'OwnCodeAnswer', 'properties', 'status', 'enum'], 'retest'), undefined],
  ['what is in a list is another', put(['components', 'schemas', 'OwnResultAnswer', 'properties', 'sample'], 'type', 'integer'), 'results[].sample: type integer'],
  ['what may be null is another', put(['components', 'schemas', 'EvidenceAnswer', 'properties', 'test'], 'type', 'integer'), 'evidence.test: type integer'],
  ['a status is another', (document) => (put([...ASK, 'responses'], '200', at(document, [...ASK, 'responses', '201']))(document), drop([...ASK, 'responses'], '201')(document)), '201 is gone'],
  ['an answer’s media type is removed', drop(['paths', '/v1/me', 'get', 'responses', '200', 'content'], 'application/json'), '200 application/json is gone'],
  ['a refusal is removed', drop([...ASK, 'responses'], '409'), undefined],
];

describe('a change', () => {
  it.each(CHANGES)('where %s', (_what, plant, said) => {
    const changed: object = structuredClone(now);
    plant(changed as Json);
    // One line of the right kind says it; others may follow from it.
    const found = breaking(now, changed as Description);
    expect([found.length === 0, found.filter((line) => line.includes(said ?? '')).length === 0]).toEqual([said === undefined, said === undefined]);
  });

  it('of each kind was planted: the document is another', () => {
    const same = CHANGES.slice(1).filter(([, plant]) => {
      const changed: object = structuredClone(now);
      plant(changed as Json);
      return JSON.stringify(changed) === JSON.stringify(now);
    });
    expect(same.map(([what]) => what)).toEqual([]);
  });
});

describe('what the description is held against', () => {
  it('is that of the last tag, and without one the newest that is frozen', () => {
    const clone = mkdtempSync(join(tmpdir(), 'xinma-tags-'));
    const git = (...words: readonly string[]) => execFileSync('git', ['-C', clone, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...words], { stdio: 'ignore' });
    const write = (file: string, said: string) => writeFileSync(join(clone, file), JSON.stringify({ info: { said } }));
    for (const folder of ['test/golden/openapi', 'libs/client']) mkdirSync(join(clone, folder), { recursive: true });
    write('test/golden/openapi/v0.9.0.json', 'nine');
    write('test/golden/openapi/v0.10.0.json', 'ten');
    expect(baseline(clone)).toEqual({ from: 'v0.10.0.json', description: { info: { said: 'ten' } } });
    write('libs/client/openapi.json', 'tagged');
    git('init');
    git('add', '.');
    git('commit', '-m', 'a release');
    expect(baseline(clone).from).toBe('v0.10.0.json');
    git('tag', 'v0.11.0');
    write('libs/client/openapi.json', 'later');
    git('commit', '-am', 'later');
    expect(baseline(clone)).toEqual({ from: 'v0.11.0', description: { info: { said: 'tagged' } } });
    rmSync(clone, { recursive: true, force: true });
  });
});
