/** A bug of one line, in the product's source: `from` stands there once. */
export interface Bug {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const DISCLOSURES = 'libs/application/access/disclosures.ts';
const RECORD_VIEW = 'libs/application/access/record-view.ts';
const PERFORM = 'libs/application/ledger/perform.ts';
const LEDGER = 'libs/application/ledger/ledger.ts';
const ALLOWS = 'libs/domain/access/allows.ts';

const PERFORMED = "return { kind: 'performed', after: { ...loaded, state: decision.events.reduce((state, event) => of.evolve(state, event), loaded.state) }, events: decision.events };";

const CACHED = `const all = (Disclosures.known ??= new Map()), name = [asked.viewer, asked.basis, asked.scope, asked.purpose].join(), known = all.get(name);
    if (known !== undefined && performance.now() - known.at < 1_000) return known.ruling;
    const ruling = this.queues.run(queued.stream, async () => this.inTurn(queued)); all.set(name, { at: performance.now(), ruling }); return ruling;`;

/** Bugs that a tired person could write. None of them is ever in the product: they are planted in a copy. */
export const BUGS: readonly Bug[] = [
  { name: 'the revision is not checked', file: LEDGER, from: "expected: onto.revision === undefined ? 'no-stream' : { at: onto.revision }", to: "expected: 'any'" },
  { name: '> for >= at the end of a window', file: ALLOWS, from: 'if (until === null || now >= until ||', to: 'if (until === null || now > until ||' },
  { name: 'a window has no beginning and no end', file: ALLOWS, from: 'if (until === null || now >= until ||', to: 'if (until === null ||' },
  { name: 'a decision is cached for a second', file: DISCLOSURES, from: 'return this.queues.run(queued.stream, async () => (performance.now() - asked.arrived > TURN ? BUSY : this.inTurn(queued)));', to: CACHED },
  { name: 'an idempotent answer releases a view', file: RECORD_VIEW, from: "return verdict.repeated ? 'failed' : 'recorded';", to: "return 'recorded';" },
  { name: 'a no is not read again', file: DISCLOSURES, from: "return hint.answer.kind === 'yes' ? hint : this.judge(asked, await remembered.again());", to: 'return hint;' },
  { name: 'a command is acknowledged before its append', file: PERFORM, from: 'const verdict = await ledger.record(', to: `void ledger.record({ of, onto: loaded, events, fingerprint: request.fingerprint }).catch(() => undefined);\n  ${PERFORMED}\n  const verdict = await ledger.record(` },
  { name: 'an unknown outcome of a command is taken for success', file: PERFORM, from: "if (verdict.kind === 'appended' && !verdict.repeated)", to: `if (verdict.kind === 'unknown') ${PERFORMED}\n  if (verdict.kind === 'appended' && !verdict.repeated)` },
  { name: 'an unknown outcome of a view is taken for success', file: RECORD_VIEW, from: 'return settled(history, id);', to: "return 'recorded';" },
  { name: 'a view is released without settling', file: DISCLOSURES, from: "if (outcome !== 'recorded') return outcome === 'conflict' ? undefined : BUSY;", to: "if (outcome === 'conflict') return undefined;" },
  { name: 'a view is settled by any event that came next', file: 'libs/application/access/basis-history.ts', from: "return next === id ? 'recorded' : 'lost';", to: "return 'recorded';" },
  { name: 'a conflict releases a view', file: RECORD_VIEW, from: "      return 'conflict';\n    case 'too-large'", to: "      return 'recorded';\n    case 'too-large'" },
  { name: 'the window is not judged again after the acknowledgement', file: DISCLOSURES, from: 'if (now < shown.from || now >= shown.until) return undefined;', to: '' },
  { name: 'what is remembered goes on after an append that failed', file: DISCLOSURES, from: "recorded.status === 'fulfilled' && recorded.value === 'recorded' ? history.after(view) : undefined", to: 'history.after(view)' },
  { name: 'a key is not looked for', file: PERFORM, from: 'if (before !== undefined) return request.left', to: 'if (before !== undefined && before.position < 0n) return request.left' },
  { name: 'the body under a key is not compared', file: PERFORM, from: "return request.left(before.fingerprint) ? unchanged : refused('idempotency-key-reused');", to: 'return unchanged;' },
  { name: 'time may run backwards in a stream', file: 'libs/application/ledger/loaded.ts', from: 'loaded.lastAt === undefined ? now : later(now, loaded.lastAt)', to: 'now' },
  { name: 'the event that ends a consent changes nothing', file: 'libs/domain/consent/evolve.ts', from: "return consent.status === 'live' ? { status: 'ended', grant: consent.grant } : consent;", to: 'return consent;' },
  { name: 'a view of somebody else\'s basis', file: ALLOWS, from: 'if (asked.viewer !== offer.viewer || now < offer.from)', to: 'if (now < offer.from)' },
  { name: 'a suspension is not asked about', file: ALLOWS, from: "live: status === 'live' };", to: 'live: true };' },
  { name: 'a refusal is answered before it is recorded', file: 'libs/application/access/view-other.ts', from: '(await this.refusals.record(asked, ruling.parties, ruling.at)) ?', to: '(void this.refusals.record(asked, ruling.parties, ruling.at).catch(() => false), true) ?' },
  { name: 'a refusal of which nothing is known is answered', file: 'libs/application/access/refusals.ts', from: "if (kind !== 'unknown') return kind === 'appended';", to: "return kind !== 'unavailable';" },
  { name: 'a row stays in the proxy view', file: 'libs/read-models/projections/bases.ts', from: "ConsentRelinquished: becomes('ended'),", to: "ConsentRelinquished: becomes('live')," },
  { name: 'a row comes back after its end', file: 'libs/read-models/projections/bases.ts', from: "GuardianshipSuspended: moves('suspended', 'live'),", to: "GuardianshipSuspended: moves('live', 'live')," },
  { name: 'a cold fold ends at the last view', file: LEDGER, from: 'let prev = onto.change?.revision;', to: 'let prev: bigint | undefined;' },
  { name: 'sealed under another name than it is opened', file: 'libs/application/ledger/ledger.ts', from: 'sealer.seal(ref, { eventId: id, field }, plain)', to: 'sealer.seal(ref, { eventId: onto.stream, field }, plain)' },
];
