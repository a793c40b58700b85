import { ByHand, type PlainAnswer } from './by-hand.js';
import type { Props, Stage } from './scene.js';
import { waysIn } from './ways-in.js';

/** A stranger who knows the mother's name and number, and even the ids, tries every route: each answer equals the one for a random valid identity. */
export async function stranger({ server, story }: Stage, props: Props, feed: readonly string[]): Promise<void> {
  story.scene('A stranger with the right name and number');
  const client = new ByHand(await server.access('stranger'));
  for (const { name, real, random } of waysIn(props, feed)) {
    const [known, unknown] = [await real(client), await random(client)];
    story.same(name, observable(known), observable(unknown));
    story.tell('stranger', `${name}: ${known.status}, the same as for somebody who does not exist`);
  }
}

/** Everything that a client can tell two answers apart by; fresh ids and the date aside. */
function observable({ status, headers, text }: PlainAnswer): object {
  const named = [...headers].filter(([name]) => name !== 'date').map(([name, value]) => [name, value.replaceAll(FRESH_ID, '<id>')]);
  return { status, headers: named, body: text.replaceAll(FRESH_ID, '<id>') };
}

const FRESH_ID = /[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
