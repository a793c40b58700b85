import type { IncomingMessage } from 'node:http';
import { Query, type StreamableFile } from '@nestjs/common';
import { parsePoint, ReadEvents, ReplayBasis, ReplaySubject } from '../../../../libs/application/audit/index.js';
import type { Actor, Duty, Standing } from '../../../../libs/application/request.js';
import type { ReplayPoint } from '../../../../libs/domain/access/replay.js';
import { BasisId, CitizenId, Malformed } from '../../../../libs/kernel/index.js';
import { Asker, auditor, Bus, ndjsonWhile, OnDuty, pagesWhile, Path, Problem, Raw, Room, Route, Stands } from '../edge/index.js';
import { AccessReportAnswer, AfterQuery, PointQuery, ShutEventAnswer } from './audit.dto.js';

/** The auditor's room: replays history; sealed fields stay shut. */
@Room('auditor')
export class AuditController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'GET',
    path: '/v1/audit/events',
    urgency: 'lengthy',
    summary: 'Read the log from a position on, one event a line, sealed fields shut',
    allow: auditor('al2'),
    query: AfterQuery,
    answers: { 200: ShutEventAnswer },
    refusals: [],
    produces: 'ndjson',
  })
  async events(@Query() { after }: AfterQuery, @Stands() stands: Standing, @Raw() raw: IncomingMessage): Promise<StreamableFile> {
    return ndjsonWhile(raw, pagesWhile(await this.bus.query<AsyncIterable<object>>(new ReadEvents(BigInt(after ?? 0))), stands));
  }

  @Route({
    method: 'GET',
    path: '/v1/audit/bases/{id}',
    urgency: 'lengthy',
    summary: 'Replay one basis at a position or an instant',
    allow: auditor('al2'),
    query: PointQuery,
    answers: { 200: AccessReportAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'read-models-behind', 'busy'],
  })
  basis(@Asker() actor: Actor, @OnDuty() duty: Duty, @Path('id', BasisId) id: BasisId, @Query() { at }: PointQuery): Promise<AccessReportAnswer> {
    return this.bus.query(new ReplayBasis({ actor, duty }, id, pointOf(at)));
  }

  @Route({
    method: 'GET',
    path: '/v1/audit/subjects/{id}/access',
    urgency: 'lengthy',
    summary: 'Replay who could look at a subject, who did and who was refused',
    allow: auditor('al2'),
    query: PointQuery,
    answers: { 200: AccessReportAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'read-models-behind', 'busy'],
  })
  subject(@Asker() actor: Actor, @OnDuty() duty: Duty, @Path('id', CitizenId) id: CitizenId, @Query() { at }: PointQuery): Promise<AccessReportAnswer> {
    return this.bus.query(new ReplaySubject({ actor, duty }, id, pointOf(at)));
  }
}

// The schema admits the shape of a time; whether the calendar has it only its parser knows.
function pointOf(at: string | undefined): ReplayPoint | undefined {
  try {
    return at === undefined ? undefined : parsePoint(at);
  } catch (error) {
    throw error instanceof Malformed ? new Problem('invalid-field', { members: { field: 'at' } }) : error;
  }
}
