import type { ConsentEvent } from '../../libs/domain/consent/events.js';
import { CitizenId, ConsentId, open, parseInstant } from '../../libs/kernel/index.js';

const at = parseInstant('2026-11-23T01:02:03.004Z');
const until = parseInstant('2026-11-24T01:02:03.004Z');
const consent = ConsentId(`c_${'0c'.repeat(16)}`);
const parties = { viewer: CitizenId('a1'.repeat(16)), subject: CitizenId('b2'.repeat(16)) };
const viewerName = open({ family: 'Věrohodný', given: 'Břetislav', familyLatin: null, givenLatin: null });
const terms = { scope: 'results', purpose: 'FAMRQT' } as const;

/** An event of each type of a consent's stream. */
export const consentEvents: readonly ConsentEvent[] = [
  {
    type: 'ConsentRequested',
    data: { consent, viewer: parties.viewer, ...terms, until, codeHash: '0f'.repeat(16), codeUntil: parseInstant('2026-11-23T01:32:03.004Z'), policy: 'cn-1', label: open('妈妈'), at },
  },
  { type: 'ConsentCodeOpened', data: { consent, ...parties, at } },
  { type: 'ConsentGranted', data: { consent, ...parties, ...terms, from: at, until, toGuardian: false, policy: 'cn-1', viewerName, at } },
  { type: 'ConsentDeclined', data: { consent, ...parties, at } },
  { type: 'ViewDisclosed', data: { basis: consent, ...parties, ...terms, rule: 'cn-1', viewerName, at } },
  { type: 'ConsentRevoked', data: { consent, ...parties, at } },
  { type: 'ConsentRelinquished', data: { consent, ...parties, at } },
  { type: 'ConsentEnded', data: { consent, ...parties, cause: 'viewer-closing', at } },
];
