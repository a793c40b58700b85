import { People } from '../../../libs/application/people/index.js';
import { eventually } from '../../kit/eventually.js';
import type { Stage } from './stage.js';

const HOUR = 3_600_000;

/** The pseudonym that somebody of the cast has in the log. */
export async function pseudonym(stage: Stage, name: string): Promise<string> {
  const { instance } = stage;
  return (await eventually(() => instance.server.app.get(People).citizenOf(instance.account(name)), (found) => found !== undefined)) ?? '';
}

/** A history to audit: one consent that was used and taken back and then tried again, one that lives, and somebody who never had one. Answers the subject's pseudonym. */
export async function history(stage: Stage, subject: string): Promise<string> {
  await stage.enrolled(subject);
  const person = await stage.instance.preparing(subject);
  const gone = await stage.granted(subject, 'li-na');
  await stage.enrolled('stranger');
  for (let look = 0; look < 2; look += 1) {
    stage.instance.clock.advance(HOUR);
    await stage.looks('li-na', gone);
  }
  stage.instance.clock.advance(HOUR);
  await person.post(`/v1/consents/${gone}/revocation`);
  stage.instance.clock.advance(HOUR);
  await stage.looks('li-na', gone);
  await stage.looks('stranger', gone);
  stage.instance.clock.advance(HOUR);
  const live = await stage.granted(subject, 'chen-wei', 'status');
  stage.instance.clock.advance(HOUR);
  await stage.looks('chen-wei', live, 'status');
  return pseudonym(stage, subject);
}
