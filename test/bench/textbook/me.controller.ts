import { Controller, Get, NotFoundException, Req, UseGuards } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { instant } from '../../../libs/kernel/index.js';
import { CitizenEntity, ResultEntity } from './entities.js';
import { JwtGuard, type SignedIn } from './jwt.guard.js';
import { statusAt } from './status.js';

const written = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** `GET /v1/me/code`. */
@Controller('v1/me')
@UseGuards(JwtGuard)
export class MeController {
  private readonly citizens: Repository<CitizenEntity>;
  private readonly results: Repository<ResultEntity>;
  /** An account speaks for one citizen, for good: remembered, as ours is. */
  private readonly linked = new Map<string, string>();

  constructor(database: DataSource) {
    this.citizens = database.getRepository(CitizenEntity);
    this.results = database.getRepository(ResultEntity);
  }

  @Get('code')
  async code(@Req() { account = '' }: SignedIn): Promise<object> {
    const results = await this.results.find({ where: { citizenId: await this.citizenOf(account) } });
    const now = instant(Date.now());
    const { status, rule, since, validUntil, evidence } = statusAt(results, now);
    const ground = results.find(({ id }) => id === evidence);
    return {
      asOf: written(now),
      rule,
      status,
      since: written(since),
      validUntil: written(validUntil),
      evidence: ground === undefined ? null : { test: ground.test, result: ground.result, collectedAt: ground.collectedAt.toISOString() },
    };
  }

  async citizenOf(account: string): Promise<string> {
    const known = this.linked.get(account);
    if (known !== undefined) return known;
    const citizen = await this.citizens.findOne({ where: { account }, select: { id: true } });
    if (citizen === null) throw new NotFoundException();
    this.linked.set(account, citizen.id);
    return citizen.id;
  }
}
