import { Body, type StreamableFile } from '@nestjs/common';
import { CorrectResult, ImportResults, type RowVerdict, WithdrawResult } from '../../../../libs/application/samples/index.js';
import type { CommandRequest, Duty } from '../../../../libs/application/request.js';
import { parseInstant, SampleId } from '../../../../libs/kernel/index.js';
import { Asked, Bus, clinic, type Line, Lines, ndjson, OnDuty, Path, Room, Route } from '../edge/index.js';
import { CorrectionBody, RowVerdictAnswer, SampleStateAnswer, WithdrawalBody } from './results.dto.js';

/** Two rows, of which the second says no more than it has to. */
const ROWS = `{"ci":"TUBE-1","tg":"840539006","tt":"LP6464-4","tr":"260415000","sc":"2026-11-22T23:30:00Z","dr":"2026-11-23T06:00:00Z","tc":"Haidian clinic"}
{"ci":"TUBE-2","tg":"840539006","tt":"LP6464-4","tr":"260373001","sc":"2026-11-22T23:35:00Z"}
`;

/** What the laboratory says about a clinic's samples. */
@Room('clinic')
export class ResultsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/results/imports',
    summary: 'Send results, one a line; a verdict a line comes back, in order. Sent again, nothing is added',
    allow: clinic('al2'),
    kind: 'view',
    consumes: 'ndjson',
    streamed: { 'application/x-ndjson': ROWS },
    produces: 'ndjson',
    answers: { 200: RowVerdictAnswer },
    refusals: [],
  })
  async import(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Lines() lines: AsyncIterable<readonly Line[]>): Promise<StreamableFile> {
    return ndjson(await this.bus.command<AsyncIterable<readonly RowVerdict[]>>(new ImportResults(request, duty, lines)));
  }

  @Route({
    method: 'POST',
    path: '/v1/results/{id}/correction',
    summary: 'Say what a result should have been',
    allow: clinic('al2'),
    body: CorrectionBody,
    answers: { 200: SampleStateAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'no-result', 'barcode-locked', 'time', 'busy'],
  })
  correct(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Path('id', SampleId) id: SampleId, @Body() body: CorrectionBody): Promise<SampleStateAnswer> {
    const { test, result, collectedAt, reportedAt, reason } = body;
    return this.bus.command(new CorrectResult(request, duty, id, { test, result, collectedAt: parseInstant(collectedAt), reportedAt: parseInstant(reportedAt) }, reason));
  }

  @Route({
    method: 'POST',
    path: '/v1/results/{id}/withdrawal',
    summary: 'Take a result back',
    allow: clinic('al2'),
    body: WithdrawalBody,
    answers: { 200: SampleStateAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'no-result', 'busy'],
  })
  withdraw(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Path('id', SampleId) id: SampleId, @Body() { reason }: WithdrawalBody): Promise<SampleStateAnswer> {
    return this.bus.command(new WithdrawResult(request, duty, id, reason));
  }
}
