import { issueSamplingCode } from '../../domain/sample/index.js';
import type { Policy } from '../../domain/policy/cn-1.js';
import type { CitizenId, Refused } from '../../kernel/index.js';
import { refused } from '../../kernel/index.js';
import { COMMAND_DEADLINE, decisionInstant, type Ledger } from '../ledger/index.js';
import type { Names } from '../names.js';
import { done } from '../outcome.js';
import type { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { samplingCodeAggregate } from './sampling-code-aggregate.js';

/** What issuing takes. */
export interface CardIssuer {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly names: Names;
}

/**
 * The codes to print for this command and body, the same again on a retry: a key that is used again for somebody else never prints the first person's codes.
 * Dead until issued: a card for a document that does not match carries them as they are.
 */
export const cardCodes = (request: CommandRequest, policy: Policy): readonly string[] =>
  Array.from({ length: policy.sample.cardCodes }, (_, index) => request.newSecret(`sampling-code-${index + 1}-${request.fingerprint}`).toString('base64url'));

/** Makes the codes of this command's card good for the citizen, one use each. Repeating it changes nothing. */
export async function issueCardCodes(
  { ledger, clock, names }: CardIssuer,
  request: CommandRequest,
  citizen: CitizenId,
  policy: Policy,
): Promise<{ readonly kind: 'done'; readonly value: readonly string[] } | Refused<'busy'>> {
  const codes = cardCodes(request, policy);
  const ids = codes.map((code) => names.samplingCode(code));
  const { duty } = request.actor;
  const by = duty === undefined ? undefined : { registrar: duty.staff, office: duty.institution };
  const until = performance.now() + COMMAND_DEADLINE;
  do {
    const loaded = await ledger.loadMany(samplingCodeAggregate, ids.map(streams.samplingCode));
    const recordings = ids.flatMap((code, index) => {
      const onto = loaded[index];
      if (onto === undefined) return [];
      const decision = issueSamplingCode({ code, citizen, carrier: 'card', by, at: decisionInstant(onto, clock.now()) }, onto.state, policy);
      if (decision.kind === 'refused' || decision.events.length === 0) return [];
      const events = decision.events.map((event, ordinal) => ({ id: request.eventId(onto.stream, ordinal), event }));
      return [{ of: samplingCodeAggregate, onto, events, fingerprint: request.fingerprint }];
    });
    const verdicts = await ledger.recordAll(recordings);
    if (verdicts.every(({ kind }) => kind === 'appended')) return done(codes);
    // Asked again at once, a store that takes nothing would be kept busy with saying so.
    if (verdicts.some(({ kind }) => kind === 'unavailable' || kind === 'too-large')) return refused('busy');
  } while (performance.now() < until);
  return refused('busy');
}
