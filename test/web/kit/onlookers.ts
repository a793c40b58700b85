import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

/** Opens a request as whom it is for, and decides nothing. */
export async function opens(stage: Stage, subject: string, viewer: string): Promise<string> {
  const person = await stage.enrolled(subject);
  const { consent, code } = await stage.asks(viewer, 'status');
  await person.post('/v1/consent-codes/openings', { code });
  await stage.caughtUp();
  return consent;
}

/** Somebody in front of who may look at them. */
export async function reader(stage: Stage, name: string): Promise<Visitor> {
  const visitor = await stage.visitor();
  await visitor.signIn(name);
  await visitor.press(/^Who may look at me/, 'link');
  await visitor.page.locator('.card').first().waitFor();
  return visitor;
}
