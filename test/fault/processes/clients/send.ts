import type { Agent } from 'node:http';
import { Cursors } from '../../../../libs/application/cursor.js';
import { Names } from '../../../../libs/application/names.js';
import { ConsentId } from '../../../../libs/kernel/index.js';
import { BlindIndex } from '../../../../libs/vault/index.js';
import type { Operation } from '../../checker/history.js';
import { actorOf, asSent, type Command, type Sent, targetOf } from '../../simulation/clients/command.js';
import type { Random } from '../../simulation/machine/random.js';
import type { Stage } from '../stage/stage.js';
import { ask, type Heard } from './ask.js';
import { askAndHangUp } from './ask-and-hang-up.js';
import { routeOf } from './routes.js';
import type { Seen } from './seen.js';
import { isBroken, isFitting, outcomeOf, toldIn } from './told.js';
import { type Resident, type Settled, signIn } from './town.js';

/** How a command is sent. */
export interface Way {
  /** Through which API process. */
  readonly through: number;
  readonly agent?: Agent | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends commands to real API processes and remembers what was seen of them. */
export class Sender {
  private readonly cursors: Cursors;
  private readonly names: Names;

  constructor(
    private readonly stage: Stage,
    readonly settled: Settled,
    readonly seen: Seen,
    private readonly random: Random,
  ) {
    const index = new BlindIndex(stage.masterKey);
    this.cursors = new Cursors(index);
    this.names = new Names(index);
  }

  async send(command: Command, key: string, { through, agent, headers }: Way): Promise<Operation> {
    const resident = this.residentAs(actorOf(command));
    const [path, fields] = routeOf(command);
    const sent = asSent(command, key, JSON.stringify(fields));
    const began = performance.now();
    const heard = await ask({ address: this.addressOf(through), method: 'POST', path, token: resident.token, key: sent.key === '' ? undefined : key, body: sent.body, headers, agent });
    const ended = heard === undefined ? Infinity : performance.now();
    const operation: Operation = { ...sent, began, ended, ...outcomeOf(command, heard), ...(heard === undefined ? {} : this.positionIn(heard, command, resident)) };
    if (heard !== undefined && isBroken(heard)) this.seen.broken.push(`${command.kind} of ${targetOf(command)} answered ${heard.status} ${heard.text.slice(0, 300)}`);
    this.seen.add(operation);
    if (operation.outcome === 'done' && heard !== undefined) this.remember(command, heard);
    return operation;
  }

  /** A read that must not be answered from anybody's memory. */
  async read(who: string, path: string, { through, agent, headers }: Way, method: 'GET' | 'HEAD' = 'GET'): Promise<void> {
    const heard = await ask({ address: this.addressOf(through), method, path, token: this.residentAs(who).token, headers, agent });
    if (heard !== undefined && !isFitting(method, heard)) this.seen.broken.push(`${method} ${path} answered ${heard.status}`);
  }

  /** All at once, each on a connection of its own, and straight to the process; each is gone before anybody could answer. A token that is new to it is looked at for a while, so that their bodies have come and are not read. Answers how many got there. */
  async sendAndHangUp(commands: readonly Command[], through: number): Promise<number> {
    const asked = await Promise.all(commands.map((command) => this.asAsked(command)));
    const { began, came } = await askAndHangUp(this.stage.apis[through]?.life.said ?? '', asked);
    for (const { sent } of asked) this.seen.add({ ...sent, began, ended: Infinity, outcome: 'unanswered' });
    return came;
  }

  private async asAsked(command: Command): Promise<{ readonly path: string; readonly body: string; readonly token: string; readonly sent: Sent }> {
    const [path, fields] = routeOf(command);
    const body = JSON.stringify(fields);
    return { path, body, token: await signIn(this.stage.issuer, this.residentAs(actorOf(command)).subject), sent: asSent(command, '', body) };
  }

  private residentAs(who: string): Resident {
    const resident = this.settled.residents.get(who);
    if (resident === undefined) throw new Error(`nobody speaks for ${who}`);
    return resident;
  }

  private addressOf(through: number): string {
    return this.stage.apis[through % this.stage.apis.length]?.address ?? '';
  }

  /** Only the account that it was made for can tell what a position says, and the server; and whoever has its key. */
  private positionIn({ text }: Heard, command: Command, { subject }: Resident): Pick<Operation, 'position'> {
    const { position } = toldIn(text);
    if (position === undefined || !('by' in command)) return {};
    const found = this.cursors.read(this.names.account(this.stage.issuer.url, subject), position);
    if (found === undefined) this.seen.broken.push(`a position that nobody made: ${text}`);
    return found === undefined ? {} : { position: Number(found) };
  }

  /** What clients know from good answers: whom a code was handed to, and what was granted and is not over. */
  private remember(command: Command, { text }: Heard): void {
    if (command.kind === 'grant') this.seen.granted.add(command.consent);
    if (command.kind === 'revoke' || command.kind === 'relinquish') this.seen.granted.delete(command.consent);
    if (command.kind !== 'request') return;
    const { code = '', consent = '' } = toldIn(text);
    const others = this.settled.town.adults.filter((citizen) => citizen !== command.by);
    this.seen.remember({ consent: ConsentId(consent), code, viewer: command.by, handedTo: this.random.pick(others), terms: command.terms });
  }
}
