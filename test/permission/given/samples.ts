import { randomBytes } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { DEVELOPMENT_ISSUER } from '../../../apps/issuer/issuer.js';
import { EndAppointmentOnServer } from '../../../libs/application/staff/index.js';
import { DAY, HOUR, InstitutionName, MINUTE } from '../../../libs/kernel/index.js';
import type { Given } from '../table.js';
import { child } from './registry.js';
import { appoint, tie } from './staff.js';
import { textIn, type World } from './world.js';

const CLINIC = 'haidian-clinic';
export const HOLDER = 'maria-garcia';
export const TIED = 'liu-yang';
const DISMISSED = 'olena-shevchenko';
const PARTIES = {
  staff: 'nurse-zhou',
  colleague: 'nurse-xu',
  elsewhere: 'nurse-ma',
  office: 'registrar-he',
  holder: HOLDER,
  tied: TIED,
  over: 'nguyen-an',
  dismissed: DISMISSED,
  stranger: 'stranger',
};

/** Duties for the holder and for somebody close to them; one that has ended, one that was ended. */
export async function staffClinic(world: World): Promise<void> {
  await appoint(world, PARTIES.over, { role: 'clinic', institution: CLINIC, days: 1 });
  world.wait(DAY);
  for (const name of [HOLDER, TIED]) for (const [role, institution] of [['clinic', CLINIC], ['registrar', 'xuhui-registry']] as const) await appoint(world, name, { role, institution });
  await appoint(world, DISMISSED, { role: 'clinic', institution: CLINIC });
  const post = { issuer: DEVELOPMENT_ISSUER, subject: DISMISSED, role: 'clinic', institution: InstitutionName(CLINIC) } as const;
  await world.instance.server.app.get(CommandBus).execute(new EndAppointmentOnServer(post));
  await tie(world, TIED, HOLDER);
}

type Step = 'reported' | 'withdrawn' | 'locked' | 'released';

const HISTORIES: Readonly<Record<string, readonly Step[]>> = {
  registered: [],
  reported: ['reported'],
  'reported, locked': ['reported', 'locked'],
  withdrawn: ['reported', 'withdrawn'],
  locked: ['locked'],
  released: ['locked', 'released'],
};

/** Arranges sampling codes and samples of one holder, each with another barcode. */
export class Samples {
  constructor(private readonly world: () => World) {}

  async in(state: string): Promise<Given> {
    const history = HISTORIES[state];
    const barcode = `B-${randomBytes(6).toString('hex')}`;
    const code = await this.codeOf(state);
    if (history === undefined) return { id: '', code, barcode, parties: PARTIES };
    const { sample } = await this.world().does(PARTIES.staff, 'al3', '/v1/samples', { code, barcode });
    const given = { id: textIn({ sample }, 'sample'), code, barcode, another: await this.appCode(), parties: PARTIES };
    for (const step of history) await this.take(step, given);
    await this.world().settled();
    return given;
  }

  /** A laboratory's row for a barcode; `nam` where it says whose. */
  row(barcode: unknown, more: object = {}): object {
    return { tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: this.world().in(-HOUR), ci: barcode, ...more };
  }

  private async codeOf(state: string): Promise<string> {
    if (state.startsWith('card code') || state === 'dead card code') return this.cardCode(state);
    const code = await this.appCode();
    if (state === 'app code over') this.world().wait(11 * MINUTE);
    return code;
  }

  private async appCode(): Promise<string> {
    return textIn(await this.world().does(HOLDER, 'al1', '/v1/me/sampling-codes'), 'code');
  }

  /** A card printed at a counter: dead where the name was not the document's. */
  private async cardCode(state: string): Promise<string> {
    const person = child('1990-01-01');
    const print = (body: object) => this.world().does('registrar-he', 'al3', '/v1/registry/enrolments', body);
    const card = await print(person);
    const code = textIn(state === 'dead card code' ? await print({ ...person, name: { family: '别', given: '人' } }) : card, 'codes', 0);
    if (state.endsWith('a day on')) this.world().wait(DAY);
    return code;
  }

  private async take(step: Step, { id, barcode }: { readonly id: string; readonly barcode: string }): Promise<unknown> {
    const lines = async (row: object) => (await this.world().as(PARTIES.staff, 'al3')).postLines('/v1/results/imports', [row]);
    switch (step) {
      case 'reported':
        return lines(this.row(barcode));
      case 'locked':
        return lines(this.row(barcode, { nam: { fn: '别', gn: '人' } }));
      case 'withdrawn':
        return this.world().does(PARTIES.staff, 'al3', `/v1/results/${id}/withdrawal`, { reason: 'contaminated' });
      case 'released':
        return this.world().does(PARTIES.office, 'al3', `/v1/registry/samples/${id}/release`);
    }
  }
}
