import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem, XinmaClient } from '../../../../libs/client/index.js';
import type { Said, SeedDesks } from './seed-people.js';

/** The counter and the clinic of a running instance. Keys derive from what is asked, so that seeding again asks the same again. */
export const httpDesks = (registrar: XinmaClient, clinic: XinmaClient): SeedDesks => ({
  async enrol({ person }, card) {
    const said = await send(['enrol', person.document.number, String(card)], (header) => registrar.POST('/v1/registry/enrolments', { params: { header }, body: person }));
    return 'refused' in said ? said : { value: said.value.codes };
  },
  register: (code, { barcode, collectedAt }) =>
    send(['register', barcode, collectedAt], (header) => clinic.POST('/v1/samples', { params: { header }, body: { code, barcode, collectedAt } })),
});

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: Problem;
  readonly response: Response;
}

type Ask<Data> = (header: { readonly 'Idempotency-Key': string }) => Promise<Answer<Data>>;

const BUSY_TRIES = 10;

async function send<Data>(asked: readonly string[], ask: Ask<Data>): Promise<Said<Data>> {
  const header = { 'Idempotency-Key': `seed-${createHash('sha256').update(JSON.stringify(asked)).digest('hex')}` };
  let answer = await ask(header);
  for (let attempt = 1; answer.response.status === 503 && attempt < BUSY_TRIES; attempt += 1) {
    await sleep(50 * attempt);
    answer = await ask(header);
  }
  return answer.data === undefined ? { refused: codeOf(answer) } : { value: answer.data };
}

/** The code of a refusal that is about the person or the tube; any other is a reason to stop. */
function codeOf({ error, response: { status, url } }: Answer<unknown>): string {
  const code = error?.code ?? 'unknown';
  if (status === 404 || status === 409 || status === 422 || status === 400) return code;
  throw new Error(`${new URL(url).pathname} answered ${status} ${code}`);
}
