import { Body, Controller, HttpCode, NotFoundException, Param, Post, Req, UseGuards } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { PURPOSES, SCOPES } from '../../../libs/domain/scope.js';
import { instant } from '../../../libs/kernel/index.js';
import { AccessLogEntity, CitizenEntity, ConsentEntity, type ResultEntity } from './entities.js';
import { JwtGuard, type SignedIn } from './jwt.guard.js';
import { MeController } from './me.controller.js';
import { statusAt } from './status.js';

/** What is asked for. */
class ViewDto {
  @IsIn(SCOPES) scope!: (typeof SCOPES)[number];
  @IsIn(PURPOSES) purpose!: (typeof PURPOSES)[number];
}

const DAY = 86_400_000;

const live = (consent: ConsentEntity, viewer: string, { scope, purpose }: ViewDto): boolean => {
  if (consent.viewerId !== viewer || consent.revokedAt !== null || consent.purpose !== purpose) return false;
  return (scope === 'status' || consent.scope === 'results') && Date.now() >= consent.validFrom.getTime() && Date.now() < consent.validUntil.getTime();
};

/** `POST /v1/bases/:id/views`: two finds and an insert, in a transaction. */
@Controller('v1/bases')
@UseGuards(JwtGuard)
export class ViewsController {
  constructor(
    private readonly database: DataSource,
    private readonly me: MeController,
  ) {}

  @Post(':id/views')
  @HttpCode(200)
  async view(@Req() { account = '' }: SignedIn, @Param('id') id: string, @Body() body: ViewDto): Promise<object> {
    const viewer = await this.me.citizenOf(account);
    const shown = await this.database.transaction((manager) => this.shown(manager, id, viewer, body));
    if (shown === undefined) throw new NotFoundException();
    return shown;
  }

  /** Undefined where nothing is shown; the attempt is in the log all the same. */
  private async shown(manager: EntityManager, id: string, viewer: string, body: ViewDto): Promise<object | undefined> {
    const consent = await manager.findOne(ConsentEntity, { where: { id } });
    const asked = { consentId: id, viewerId: viewer, scope: body.scope, purpose: body.purpose };
    if (consent === null || !live(consent, viewer, body)) {
      await manager.insert(AccessLogEntity, { ...asked, subjectId: consent?.subjectId ?? null, shown: false });
      return undefined;
    }
    const subject = await manager.findOneOrFail(CitizenEntity, { where: { id: consent.subjectId }, relations: { results: true } });
    const { identifiers } = await manager.insert(AccessLogEntity, { ...asked, subjectId: subject.id, shown: true });
    return answer(identifiers[0]?.['id'] as string, consent, subject, body);
  }
}

function answer(disclosure: string, { label }: ConsentEntity, { surname, results }: CitizenEntity, { scope }: ViewDto): object {
  const now = Date.now();
  const { status, rule, validUntil } = statusAt(results, instant(now));
  const brief = { disclosure, label, surname, status, rule, asOf: new Date(now + 8 * 3_600_000).toISOString().slice(0, 10) };
  if (scope === 'status') return brief;
  const recent = results.filter(({ collectedAt }) => now - collectedAt.getTime() < 14 * DAY).toSorted((a, b) => b.collectedAt.getTime() - a.collectedAt.getTime());
  return { ...brief, validUntil: validUntil === null ? null : new Date(validUntil).toISOString(), results: recent.map(line) };
}

const line = ({ test, result, collectedAt, reportedAt, institution }: ResultEntity): object => ({ test, result, collectedAt: collectedAt.toISOString(), reportedAt: reportedAt.toISOString(), institution });
