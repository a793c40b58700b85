import { formatInstant, type Instant } from '../../../../libs/kernel/index.js';
import type { Command } from '../../simulation/clients/command.js';

/** Where each kind of command goes, and what it says. */
export function routeOf(command: Command): readonly [path: string, body: object] {
  switch (command.kind) {
    case 'request':
      return ['/v1/consent-requests', { ...termsIn(command.terms), label: 'Mum' }];
    case 'open':
      return ['/v1/consent-codes/openings', { code: command.code }];
    case 'grant':
      return [`/v1/consents/${command.consent}/grant`, termsIn(command.terms)];
    case 'decline':
      return [`/v1/consents/${command.consent}/decline`, {}];
    case 'revoke':
      return [`/v1/consents/${command.consent}/revocation`, {}];
    case 'relinquish':
      return [`/v1/consents/${command.consent}/relinquishment`, {}];
    case 'suspend':
      return [`/v1/registry/guardianships/${command.guardianship}/suspension`, { reason: command.reason }];
    case 'reinstate':
      return [`/v1/registry/guardianships/${command.guardianship}/reinstatement`, { reason: command.reason }];
    case 'end':
      return [`/v1/registry/guardianships/${command.guardianship}/end`, { reason: command.reason }];
    case 'correct': {
      const { collectedAt, reportedAt, test, result } = command.correction;
      return [`/v1/results/${command.sample}/correction`, { test, result, collectedAt: formatInstant(collectedAt), reportedAt: formatInstant(reportedAt), reason: command.reason }];
    }
    case 'withdraw':
      return [`/v1/results/${command.sample}/withdrawal`, { reason: command.reason }];
    case 'view':
      return [`/v1/bases/${command.basis}/views`, { scope: command.scope, purpose: command.purpose }];
  }
}

const termsIn = ({ scope, purpose, until }: { readonly scope: string; readonly purpose: string; readonly until: Instant }): object => ({ scope, purpose, until: formatInstant(until) });
