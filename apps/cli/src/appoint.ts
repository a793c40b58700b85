import {
  type Appointed,
  AppointOnServer,
  AppointOnServerHandler,
  EndAppointmentOnServer,
  EndAppointmentOnServerHandler,
  type Post,
  StaffDesk,
} from '../../../libs/application/staff/index.js';
import { type Role, ROLES } from '../../../libs/domain/staff/events.js';
import { InstitutionName, Malformed, newInstitutionName } from '../../../libs/kernel/index.js';
import { castOf } from '../../issuer/cast.js';
import { DEVELOPMENT_ISSUER } from '../../issuer/development.js';
import { type Instance, type Ports, withPorts } from './instance/ports.js';

/** What `xinma appoint` takes. Who: `as` for the development cast, else `issuer` and `subject`. */
export interface AppointOptions {
  readonly as?: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly role: string;
  readonly institution: string;
  readonly days: string;
  readonly end?: boolean;
}

/** Appoints, or with `end` takes the duty back; answers with a line to print. Rejects, naming the option that is wrong. */
export async function appoint({ configuration, connections }: Instance, options: AppointOptions): Promise<string> {
  const post = postOf(options, configuration.oidc?.issuer);
  const days = daysOf(options.days);
  return withPorts(configuration, connections, async (ports) => {
    if (options.end === true) {
      await endOnServer(ports, post);
      return `no longer ${post.role} at ${post.institution}`;
    }
    const { role, institution, from, until } = await appointOnServer(ports, post, days);
    return `${role} at ${institution} from ${from} until ${until}`;
  });
}

/** One appointment by the operator. */
export async function appointOnServer({ ledger, clock, names, index, institutions }: Ports, post: Post, days: number): Promise<Appointed> {
  const outcome = await new AppointOnServerHandler(new StaffDesk(ledger, clock, names, institutions), clock, names, index).execute(new AppointOnServer(post, days));
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code}${outcome.field === undefined ? '' : ` (--${outcome.field})`}`);
  return outcome.value;
}

async function endOnServer({ ledger, clock, names, index, institutions }: Ports, post: Post): Promise<void> {
  const outcome = await new EndAppointmentOnServerHandler(new StaffDesk(ledger, clock, names, institutions), clock, names, index).execute(new EndAppointmentOnServer(post));
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code}`);
}

function postOf(options: AppointOptions, configured: string | undefined): Post {
  const { as, issuer, subject, role, institution, end } = options;
  if (as !== undefined && (issuer ?? subject) !== undefined) throw new Error('--as NAME, or --issuer and --subject, not both, say who is appointed');
  const account = accountOf(as, issuer ?? configured, subject);
  // Taken back is a duty also of somebody to whom it should never have been given.
  if (end !== true) demandSignedIn(as, account.issuer, configured);
  return { ...account, role: roleOf(role), institution: institutionOf(institution, end === true ? InstitutionName : newInstitutionName) };
}

/** Of anybody else the duty would stand in the log, and nobody could ever act on it. */
function demandSignedIn(name: string | undefined, issuer: string, configured: string | undefined): void {
  if (name !== undefined) demandInCast(name, configured);
  // To the letter: an account is named by it.
  else if (issuer !== (configured ?? issuer)) throw new Error(`--issuer is not ${configured}, who signs people in here (OIDC_ISSUER): leave it out`);
  else if (!/^https?:$/.test(URL.parse(issuer)?.protocol ?? '')) throw new Error('--issuer is the address of who signs people in, as it stands in their tokens');
}

/** The date is of no matter. */
function demandInCast(name: string, configured: string | undefined): void {
  if (configured !== undefined) throw new Error('--as is somebody of the development cast, whom the configured issuer does not sign in: say who by --subject');
  if (!castOf('2026-01-01').some((member) => member.name === name)) throw new Error('--as names nobody of the development cast');
}

function accountOf(as: string | undefined, issuer: string | undefined, subject: string | undefined): Pick<Post, 'issuer' | 'subject'> {
  const account = as === undefined ? { issuer: issuer ?? '', subject: subject ?? '' } : { issuer: DEVELOPMENT_ISSUER, subject: as };
  // A variable of a script that is not set: the duty would stand in the log for nobody.
  if (account.issuer === '' || account.subject === '') throw new Error('--as NAME, or --issuer and --subject, say who is appointed');
  return account;
}

/** In plain digits; how many there may be is judged by who decides. */
function daysOf(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new Error('--days is a whole number of days, at most 90');
  return Number(text);
}

function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new Error(`--role is one of ${ROLES.join(', ')}`);
  return role;
}

/** A duty is taken back also where nobody is appointed any more. */
function institutionOf(text: string, admit: typeof InstitutionName): InstitutionName {
  try {
    return admit(text);
  } catch (error) {
    if (error instanceof Malformed) throw new Error('--institution is 2-40 of a-z, 0-9 and -, and not 32 hex digits', { cause: error });
    throw error;
  }
}
