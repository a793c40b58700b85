import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRecord } from '../../../../libs/domain/codec/index.js';
import type { Answer, HttpClient } from '../http-client.js';
import type { Said, SeedDesks } from './seed-people.js';

/** The counter and the clinic of a running instance. Keys derive from what is asked, so that seeding again asks the same again. */
export const httpDesks = (registrar: HttpClient, clinic: HttpClient): SeedDesks => ({
  async enrol({ person }, card) {
    const said = await send(registrar, '/v1/registry/enrolments', person, ['enrol', person.document.number, String(card)]);
    return 'refused' in said ? said : { value: codesOf(said.value) };
  },
  register: (code, { barcode, collectedAt }) => send(clinic, '/v1/samples', { code, barcode, collectedAt }, ['register', barcode, collectedAt]),
});

const BUSY_TRIES = 10;

async function send(client: HttpClient, path: string, body: object, asked: readonly string[]): Promise<Said<unknown>> {
  const key = `seed-${createHash('sha256').update(JSON.stringify(asked)).digest('hex')}`;
  let answer = await client.post(path, body, key);
  for (let attempt = 1; answer.status === 503 && attempt < BUSY_TRIES; attempt += 1) {
    await sleep(50 * attempt);
    answer = await client.post(path, body, key);
  }
  if (answer.status < 300) return { value: answer.body };
  return { refused: codeOf(path, answer) };
}

/** The code of a refusal that is about the person or the tube; any other is a reason to stop. */
function codeOf(path: string, { status, body }: Answer): string {
  const code = isRecord(body) ? String(body['code']) : 'unknown';
  if (status === 404 || status === 409 || status === 422 || status === 400) return code;
  throw new Error(`${path} answered ${status} ${code}`);
}

const codesOf = (body: unknown): readonly string[] => (isRecord(body) && Array.isArray(body['codes']) ? body['codes'].map(String) : []);
