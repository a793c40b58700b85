import { castOf } from '../../../../issuer/cast.js';
import { DEVELOPMENT_ISSUER } from '../../../../issuer/development.js';
import type { Duty } from '../../../../../libs/application/request.js';
import { InstitutionName } from '../../../../../libs/kernel/index.js';
import type { Ports } from '../../instance/ports.js';
import { count, Pace } from '../pace.js';
import { painted, type Screen } from '../screen.js';
import type { Desk } from './desk.js';
import { writeFeed } from './feed.js';
import { type Registered, registerPeople } from './register.js';
import { plannedVerdicts } from './rows.js';
import { peopleIn, type Town } from './town.js';

/** Who of the development cast sits at the counter and at the clinic. */
export interface GenerateStaff {
  readonly registrar: string;
  readonly clinic: string;
}

/** People whose acts go to the log together, and how many such pages are under way at once: one is sealed while another is written. */
const PAGE = 50;
const AT_ONCE = 4;

/** Development only: fills the running instance with a town's people and tubes, and writes the feed that fits them. Doing it again changes nothing. */
export async function generate(desk: Desk, town: Town, file: string, screen: Screen): Promise<Registered> {
  screen.say(painted('yellow', 'seed is for development only: it enrols invented people under invented passports'));
  const pace = new Pace();
  const total = await registerTown(desk, town, (tubes) => {
    screen.progress(`${count(tubes)} of ${count(town.rows)} tubes registered, ${pace.rate(tubes)}, ${pace.left(tubes / town.rows)}`);
  });
  await writeFeed(town, file, (rows) => screen.progress(`${count(rows)} of ${count(town.rows)} rows written`));
  screen.say(painted('green', `${count(peopleIn(town))} people enrolled, ${count(total.tubes)} barcodes registered in ${pace.taken()}`));
  if (total.turnedAway > 0) screen.say(painted('yellow', `${count(total.turnedAway)} not registered: the document or the barcode is somebody else’s`));
  screen.say(`${painted('bold', file)}: ${count(town.rows)} rows, collected on the day before ${town.asOf}; the verdicts to expect:`);
  for (const [verdict, rows] of plannedVerdicts(town)) screen.say(`${count(rows).padStart(9)}  ${verdict}`);
  return total;
}

/** The desk of these members of the cast; their institutions are named where they were not. Rejects for somebody who has no such duty. */
export async function deskOf({ ledger, names, index, clock, institutions }: Pick<Ports, 'ledger' | 'names' | 'index' | 'clock' | 'institutions'>, { registrar, clinic }: GenerateStaff): Promise<Desk> {
  const dutyOf = async (name: string, role: Duty['role']): Promise<Duty> => {
    const duty = castOf('2026-01-01').find((member) => member.name === name)?.duty ?? undefined;
    if (duty?.role !== role) throw new Error(`--as is a member of a clinic’s staff, of the development cast`);
    const institutionName = InstitutionName(duty.institution);
    return { staff: names.staff(names.account(DEVELOPMENT_ISSUER, name)), role, institution: await institutions.name(institutionName), institutionName };
  };
  return { ledger, names, index, clock, registrar: await dutyOf(registrar, 'registrar'), clinic: await dutyOf(clinic, 'clinic') };
}

async function registerTown(desk: Desk, town: Town, told: (tubes: number) => void): Promise<Registered> {
  const everybody = peopleIn(town);
  let [next, tubes, turnedAway] = [0, 0, 0];
  const one = async (): Promise<void> => {
    while (next < everybody) {
      const first = next;
      next += PAGE;
      const registered = await registerPeople(desk, town, Array.from({ length: Math.min(PAGE, everybody - first) }, (_, index) => first + index));
      tubes += registered.tubes;
      turnedAway += registered.turnedAway;
      told(tubes + turnedAway);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { tubes, turnedAway };
}
