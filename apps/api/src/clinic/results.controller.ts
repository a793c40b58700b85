import { Body, type StreamableFile } from '@nestjs/common';
import { CorrectResult, ImportResults, type RowVerdict, WithdrawResult } from '../../../../libs/application/samples/index.js';
import type { CommandRequest, Duty, Standing } from '../../../../libs/application/request.js';
import { REQUIRED_COLUMNS, ROW_COLUMNS } from '../../../../libs/domain/sample/index.js';
import { parseInstant, SampleId } from '../../../../libs/kernel/index.js';
import { Asked, Bus, clinic, ndjsonWhile, OnDuty, Path, RATIO, Room, Route, Stands, Streamed, type StreamedBody } from '../edge/index.js';
import { CorrectionBody, RowVerdictAnswer, SampleStateAnswer, WithdrawalBody } from './results.dto.js';

/** Two rows, of which the second says no more than it has to. */
const ROWS = `{"ci":"TUBE-1","tg":"840539006","tt":"LP6464-4","tr":"260415000","sc":"2026-11-22T23:30:00Z","dr":"2026-11-23T06:00:00Z","tc":"Haidian clinic"}
{"ci":"TUBE-2","tg":"840539006","tt":"LP6464-4","tr":"260373001","sc":"2026-11-22T23:35:00Z"}
`;

/** The same, as a table. */
const TABLE = `ci,tg,tt,tr,sc,dr,tc\r
TUBE-1,840539006,LP6464-4,260415000,2026-11-22T23:30:00Z,2026-11-23T06:00:00Z,Haidian clinic\r
TUBE-2,840539006,LP6464-4,260373001,2026-11-22T23:35:00Z,,\r
`;

const NOTES = `A row is one test (fields of an EU DCC test entry, and \`nam\` and \`dob\` of its holder), at most 16 KiB: \`tg\`, \`tt\`, \`sc\`, \`tr\` and \`ci\` (the barcode) are required, empty is as good as missing. As NDJSON it is an object a line; empty lines are no rows. As CSV (RFC 4180, UTF-8) the first
record names the columns, in any order: ${REQUIRED_COLUMNS.map((name) => `\`${name}\``).join(', ')} must be there, of the others any (${ROW_COLUMNS.filter((name) => !REQUIRED_COLUMNS.includes(name)).map((name) => `\`${name}\``).join(', ')}); a record with another number of cells is judged \`format\`, and quotes that are not as they should be, or a record of over 64 KiB, end the import behind the rows before them.
A byte order mark in front is passed over, and lines may end in CR LF. Either may be packed by gzip (one member, nothing behind it): what comes out may be at most ${RATIO} times what went in, beyond the first MiB.

Good rows of a bad file stay, whatever the answer comes to: a \`4xx\` may follow rows that were recorded. A body that cannot be read from some place on is refused (\`4xx\`) where no verdict was given yet. Else the verdicts up to there stand, the last line of the answer is a problem instead of a verdict, and the answer ends without its last
chunk: an answer is whole only where it ended well and has a verdict for every row. After any other end send the same body again: nothing is recorded twice. Who sends is judged again with each page of rows: where the token or the appointment has ended meanwhile, the import ends alike
(\`token-invalid\`, \`not-permitted\`), and what was recorded before stands. So many imports may be open at once, in all and of one account: beyond that it is \`503 busy\`. Verdicts come in pages, so read them while you send: a client that does not is not read from either.`;

/** What the laboratory says about a clinic's samples. */
@Room('clinic')
export class ResultsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/results/imports',
    urgency: 'lengthy',
    summary: 'Send results, one a line; a verdict a line comes back, in order. Sent again, nothing is added',
    notes: NOTES,
    allow: clinic('al2'),
    kind: 'view',
    consumes: 'rows',
    streamed: { 'application/x-ndjson': ROWS, 'text/csv': TABLE },
    columns: { known: ROW_COLUMNS, required: REQUIRED_COLUMNS },
    produces: 'ndjson',
    answers: { 200: RowVerdictAnswer },
    refusals: ['busy'],
  })
  async import(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Stands() stands: Standing, @Streamed() { lines, raw }: StreamedBody): Promise<StreamableFile> {
    return ndjsonWhile(raw, await this.bus.command<AsyncIterable<readonly RowVerdict[]>>(new ImportResults(request, duty, lines, stands)));
  }

  @Route({
    method: 'POST',
    path: '/v1/results/{id}/correction',
    urgency: 'ordinary',
    summary: 'Say what a result should have been',
    allow: clinic('al2'),
    body: CorrectionBody,
    answers: { 200: SampleStateAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'no-result', 'barcode-locked', 'time', 'read-models-behind', 'busy'],
  })
  correct(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Path('id', SampleId) id: SampleId, @Body() body: CorrectionBody): Promise<SampleStateAnswer> {
    const { test, result, collectedAt, reportedAt, reason } = body;
    return this.bus.command(new CorrectResult(request, duty, id, { test, result, collectedAt: parseInstant(collectedAt), reportedAt: parseInstant(reportedAt) }, reason));
  }

  @Route({
    method: 'POST',
    path: '/v1/results/{id}/withdrawal',
    urgency: 'ordinary',
    summary: 'Take a result back',
    allow: clinic('al2'),
    body: WithdrawalBody,
    answers: { 200: SampleStateAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'no-result', 'read-models-behind', 'busy'],
  })
  withdraw(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Path('id', SampleId) id: SampleId, @Body() { reason }: WithdrawalBody): Promise<SampleStateAnswer> {
    return this.bus.command(new WithdrawResult(request, duty, id, reason));
  }
}
