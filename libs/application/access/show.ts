import { Injectable } from '@nestjs/common';
import { citizenCodec, surname } from '../../domain/citizen/index.js';
import { consentCodec } from '../../domain/consent/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { sampleCodec } from '../../domain/sample/index.js';
import type { TestResult } from '../../domain/sample/events.js';
import { type Status, statusOf } from '../../domain/status/index.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { type CitizenId, formatInstant, GuardianshipId, type InstitutionId, type Instant, opened, plus, type SampleId } from '../../kernel/index.js';
import { VaultUnavailable } from '../../vault/index.js';
import { ownLabelUnder } from '../guardianship/own-label.js';
import { Institutions } from '../institutions/index.js';
import { Ledger } from '../ledger/index.js';
import type { PersonName } from '../../domain/person.js';
import type { ProxyView, SealedEvent } from '../ports/index.js';
import type { AskedView, Disclosed } from './asked-view.js';

/** One test: LOINC `test`, SNOMED CT `result`. No `institution` for guardians. */
export interface ShownResult {
  readonly test: string;
  readonly result: string;
  readonly collectedAt: string;
  readonly reportedAt: string;
  readonly institution?: string;
}

/**
 * All that is ever shown of another person. `disclosure` is the code under which the subject finds this view in their log; `asOf` the day it was decided on;
 * `viewer` the name that it says who looked by; `label` the viewer's own, null where a guardian gave none. `validUntil` (the end of what the rule says) and `results` come with that scope only.
 */
export interface OtherView {
  readonly disclosure: string;
  readonly viewer: PersonName;
  readonly label: string | null;
  readonly surname: string;
  readonly status: Status;
  readonly rule: string;
  readonly asOf: string;
  readonly validUntil?: string | null;
  readonly results?: readonly ShownResult[];
}

interface Opened extends TestResult {
  readonly sample: SampleId;
  readonly clinic: InstitutionId;
}

/** Of an enrolment nothing else is opened: it is not shown. */
const NAME: ReadonlySet<string> = new Set(['name']);

/** Step 7 of the life of a view: unseals and minimises. Anything that does not open, or is not the subject's, and nothing is shown. */
@Injectable()
export class Show {
  constructor(
    private readonly ledger: Ledger,
    private readonly institutions: Institutions,
  ) {}

  async show({ id, at, shown, row }: Disclosed, { viewer, viewerName }: Pick<AskedView, 'viewer' | 'viewerName'>): Promise<OtherView | undefined> {
    const [name, label, results] = await Promise.all([this.surnameOf(row), this.labelOf(row, viewer), this.resultsOf(row)]);
    if (name === undefined || label === undefined || results === undefined) return undefined;
    const { status, rule, validUntil } = statusOf(results, at, CN_1);
    const brief = { disclosure: id, viewer: viewerName, label, surname: name, status, rule, asOf: dayOf(at) };
    if (shown.scope === 'status') return brief;
    const since = plus(at, -CN_1.resultsBack);
    const recent = results.filter(({ collectedAt }) => collectedAt > since && collectedAt <= at).toSorted((a, b) => b.collectedAt - a.collectedAt);
    const minimal = await Promise.all(recent.map((result) => this.minimised(result, shown.hidesInstitution)));
    return { ...brief, validUntil: validUntil === null ? null : formatInstant(validUntil), results: minimal };
  }

  private async surnameOf({ subject, enrolled }: ProxyView): Promise<string | undefined> {
    const [event] = await this.ledger.openAll(citizenCodec, [enrolled], NAME);
    if (event?.type !== 'CitizenEnrolled' || event.data.citizen !== subject) return undefined;
    const name = opened(event.data.name);
    return name === undefined ? undefined : surname(name);
  }

  private async labelOf({ basis, requested }: ProxyView, viewer: CitizenId): Promise<string | null | undefined> {
    // A guardian's stands in their claim; nothing is decided by it, so the view stands without.
    if (basis.startsWith('g_')) return ownLabelUnder(this.ledger, GuardianshipId(basis), viewer).catch(unlessOutOfReach);
    if (requested === null) return null;
    const [event] = await this.ledger.openAll(consentCodec, [requested]);
    return event?.type === 'ConsentRequested' && event.data.consent === basis ? opened(event.data.label) : undefined;
  }

  private async resultsOf({ subject, results }: ProxyView): Promise<readonly Opened[] | undefined> {
    const open = await openResults(this.ledger, subject, results);
    // One result that does not open could be the one that says positive.
    return open.length === results.length ? open : undefined;
  }

  /** What the row calls the place; where it says none, the clinic that sent it. */
  private async minimised({ test, result, collectedAt, reportedAt, centre, clinic }: Opened, hidesInstitution: boolean): Promise<ShownResult> {
    const row = { test, result, collectedAt: formatInstant(collectedAt), reportedAt: formatInstant(reportedAt) };
    return hidesInstitution ? row : { ...row, institution: centre ?? (await this.institutions.nameOf(clinic)) };
  }
}

function unlessOutOfReach(error: unknown): null {
  if (error instanceof StoreUnavailable || error instanceof VaultUnavailable) return null;
  throw error;
}

async function openResults(ledger: Ledger, subject: CitizenId, sealed: readonly SealedEvent[]): Promise<readonly Opened[]> {
  const events = await ledger.openAll(sampleCodec, sealed);
  return events.flatMap((event) => {
    if (event.type !== 'ResultRecorded' && event.type !== 'ResultCorrected') return [];
    const result = opened(event.data.result);
    return result === undefined || event.data.citizen !== subject ? [] : [{ ...result, sample: event.data.sample, clinic: event.data.clinic }];
  });
}

/** The calendar day in the policy's zone. */
const dayOf = (at: Instant): string => formatInstant(plus(at, CN_1.zone.offset)).slice(0, 10);
