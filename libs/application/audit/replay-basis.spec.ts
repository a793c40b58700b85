import { expect, it } from '@jest/globals';
import { citizen, consent, consentEvents } from '../../../test/contract/read-models/facts.js';
import { newEvent } from '../../../test/kit/recorded.js';
import { Registry } from '../../../test/kit/registry.js';
import type { AnyEvent } from '../../domain/catalogue.js';
import { formatInstant, HOUR } from '../../kernel/index.js';
import { NoDigests } from '../ports/index.js';
import { streams } from '../streams.js';
import { QuestionRecorder } from './record-question.js';
import { ReplayBasis, ReplayBasisHandler } from './replay-basis.js';

it('A question about a basis is in the log of whoever is bound to it while it is asked', async () => {
  const registry = new Registry();
  const { store, ledger, clock, index, dealings, duty } = registry;
  const { actor } = registry.request('auditor', 'question');
  const basis = consent(1);
  const { requested, opened, granted } = consentEvents(1, { by: 2, of: 3 });
  const record = (...events: readonly AnyEvent[]) => store.append({ stream: streams.basis(basis), expected: 'any', events: events.map(newEvent) });
  await record(requested);
  const head = store.head.bind(store);
  store.head = async () => {
    store.head = head;
    await record(opened, granted);
    return head();
  };
  const handler = new ReplayBasisHandler(store, new NoDigests(), new QuestionRecorder(ledger, clock, index, dealings), clock);
  const answer = await handler.execute(new ReplayBasis({ actor, duty }, basis, { position: 99n }));
  expect(answer).toMatchObject({ kind: 'done', value: { could: [{ subject: citizen(3) }] } });
  const [asked] = (await store.readAll(0n, 100)).slice(-1);
  expect([asked?.type, JSON.parse(Buffer.from(asked?.data ?? []).toString())]).toEqual(['AccessReplayed', expect.objectContaining({ subject: citizen(3) })]);
});

it('A question without a point is about all of the log, also where a process recorded whose clock is ahead; what that one granted could be looked at', async () => {
  const registry = new Registry();
  const { store, ledger, clock, index, dealings, duty } = registry;
  const { actor } = registry.request('auditor', 'question');
  clock.advance(-HOUR);
  const events = Object.values(consentEvents(1, { by: 2, of: 3 })).slice(0, 3).map(newEvent);
  await store.append({ stream: streams.basis(consent(1)), expected: 'no-stream', events });
  const handler = new ReplayBasisHandler(store, new NoDigests(), new QuestionRecorder(ledger, clock, index, dealings), clock);
  const about = { subject: citizen(3), viewer: citizen(2) };
  expect(await handler.execute(new ReplayBasis({ actor, duty }, consent(1), undefined))).toMatchObject({
    kind: 'done',
    value: { position: '3', asOf: formatInstant(clock.now()), could: [about], changed: [{ type: 'ConsentGranted' }] },
  });
});
