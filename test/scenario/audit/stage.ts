import { expect } from '@jest/globals';
import { EventStore } from '../../../libs/event-store/index.js';
import { DAY, formatInstant, instant } from '../../../libs/kernel/index.js';
import type { Instance, Person } from '../../kit/instance.js';
import { type Look, NaiveModel } from './naive-model.js';
import { ADULTS, CHILD, Players } from './players.js';

interface Look200 {
  readonly viewer: string;
  readonly scope: string;
  readonly at: string;
}

interface Report {
  readonly could: readonly { readonly viewer: string; readonly scope: string; readonly answer: string }[];
  readonly did: readonly (Look200 & { readonly shown: string })[];
  readonly refused: readonly Look200[];
}

/** One history: the people, the model beside them, and when it began. Earlier histories of the same people lie two days back, where nothing of them is live. */
export class Stage {
  private constructor(
    readonly players: Players,
    readonly model: NaiveModel,
    readonly begun: number,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  static async open(instance: Instance, players: Players, ids: ReadonlyMap<string, string>): Promise<Stage> {
    instance.clock.advance(2 * DAY);
    players.consents.length = 0;
    await players.play({ do: 'reinstate' });
    const begun = instance.clock.now();
    return new Stage(players, new NaiveModel(begun, ADULTS[0], CHILD), begun, ids);
  }

  /** Replays each subject at `at` and holds it against the model. */
  async compare(auditor: Person, at: number): Promise<void> {
    for (const subject of [...ADULTS, CHILD]) {
      const { text } = await auditor.get(`/v1/audit/subjects/${this.ids.get(subject)}/access?at=${formatInstant(instant(at))}`);
      const report = JSON.parse(text) as Report;
      expect([subject, sorted(report.could.map(({ viewer, scope, answer }) => `${this.nameOf(viewer)} ${scope} ${answer}`))]).toEqual([
        subject,
        sorted(this.model.could(subject, at).map(({ viewer, scope, answer }) => `${viewer} ${scope} ${answer}`)),
      ]);
      expect([subject, this.since(report.did)]).toEqual([subject, this.upTo(this.model.looks, subject, at)]);
      expect([subject, this.since(report.refused)]).toEqual([subject, this.upTo(this.model.refusals, subject, at)]);
      expect(report.did.filter(({ shown }) => shown !== 'shown')).toEqual([]);
    }
  }

  private since(looks: readonly Look200[]): readonly string[] {
    return sorted(looks.filter(({ at }) => Date.parse(at) >= this.begun).map(({ viewer, scope, at }) => `${this.nameOf(viewer)} ${scope} ${Date.parse(at)}`));
  }

  private upTo(looks: readonly Look[], subject: string, at: number): readonly string[] {
    return sorted(looks.filter((look) => look.subject === subject && look.at <= at).map((look) => `${look.viewer} ${look.scope} ${look.at}`));
  }

  private nameOf(id: string): string | undefined {
    return [...this.ids].find(([, known]) => known === id)?.[0];
  }
}

const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted();

/** Who is who in the log: the adults by their accounts, the child by the guardianship. */
export async function idsOf(instance: Instance): Promise<ReadonlyMap<string, string>> {
  const events = await instance.server.app.get(EventStore).readAll(0n, 1_000);
  const dataOf = (type: string, stream: RegExp): Record<string, unknown> => {
    const event = events.find((each) => each.type === type && stream.test(each.stream));
    return event === undefined ? {} : (JSON.parse(Buffer.from(event.data).toString('utf8')) as Record<string, unknown>);
  };
  const adults = ADULTS.map((name) => [name, String(dataOf('AccountLinked', new RegExp(instance.account(name)))['citizen'])] as const);
  return new Map([...adults, [CHILD, String(dataOf('GuardianshipConfirmed', /^guardianships-/)['dependent'])]]);
}
