import { Injectable } from '@nestjs/common';
import { refusalCodec, type ViewDisclosed, type ViewRefused } from '../../domain/access/index.js';
import { consentCodec } from '../../domain/consent/index.js';
import { type CitizenId, formatInstant, opened } from '../../kernel/index.js';
import { Institutions } from '../institutions/index.js';
import { Ledger } from '../ledger/index.js';
import { Names } from '../names.js';
import type { AccessEntry } from '../ports/index.js';
import type { Line, Look, RefusalLine, ViewLine } from './log-lines.js';
import { staffAct } from './staff-act.js';

/** Opens what somebody's access log is made of. */
@Injectable()
export class LineReader {
  constructor(
    private readonly ledger: Ledger,
    private readonly institutions: Institutions,
    private readonly names: Names,
  ) {}

  /** The line of one entry; none where it cannot be told what it is. */
  async line({ kind, event }: AccessEntry, citizen: CitizenId): Promise<readonly Line[]> {
    if (kind === 'staff') return [await staffAct(this.ledger, this.institutions, event)];
    if (kind === 'view') {
      // A view has one shape in either of its streams.
      const [view] = await this.ledger.openAll(consentCodec, [event]);
      return view?.type === 'ViewDisclosed' ? [viewLine(event.id, view)] : [];
    }
    const [refusal] = await this.ledger.openAll(refusalCodec, [event]);
    return refusal === undefined ? [] : [this.refusalLine(refusal, citizen)];
  }

  private refusalLine({ data }: ViewRefused, citizen: CitizenId): RefusalLine {
    const viewer = data.known ? (opened(data.viewerName) ?? null) : null;
    return { kind: 'refusal', ...look(data), viewer, pseudonym: viewer === null ? this.names.pseudonym(data.viewer, citizen) : null };
  }
}

const viewLine = (id: string, { data }: ViewDisclosed): ViewLine => ({ kind: 'view', disclosure: id, ...look(data), viewer: opened(data.viewerName) ?? null, rule: data.rule });

const look = ({ at, basis, scope, purpose }: ViewDisclosed['data'] | ViewRefused['data']): Look => ({ at: formatInstant(at), basis, scope, purpose });
