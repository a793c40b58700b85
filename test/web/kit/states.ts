import type { Page, Route } from 'playwright-core';
import type { Assurance } from '../../../libs/application/request.js';
import { eventually } from '../../kit/eventually.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

/** A state that a page can be in, and how it comes about. States of one person follow each other, so that they sign in once. */
export interface State {
  readonly name: string;
  /** Undefined: nobody is signed in. */
  readonly who: string | undefined;
  readonly acr?: Assurance;
  /** Where it is, behind the #. */
  readonly path: string;
  /** What is done there; whatever it puts in the way of requests is undone by the next state. */
  readonly act?: (page: Page, stage: Stage) => Promise<void>;
  /** What shows that it has come. */
  readonly shown: string;
}

/** The states of one room, and who and what has to be there for them. */
export interface RoomStates {
  /** As the room's path. */
  readonly room: string;
  readonly prepare: (stage: Stage) => Promise<void>;
  readonly states: readonly State[];
}

/** Clicks the first of these. */
export const click = (selector: string) => async (page: Page): Promise<void> => page.locator(selector).first().click();

/** What becomes of a request that the server refuses so, in place of what it would. */
export const refused = (status: number, code: string, more: object = {}) => (route: Route): Promise<void> =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: `urn:xinma:problem:${code}`, title: code, status, code, ...more }) });

/** Does something with every request to this path, from now on. */
export const asking = (path: string, become: (route: Route) => Promise<void> | undefined, act: (page: Page) => Promise<void>) => async (page: Page): Promise<void> => {
  await page.route(path, become);
  await act(page);
};

/** The page that there is not: whoever is signed in comes by it on the way to each state. */
const missing = (page: Page) => page.getByRole('heading', { level: 1, name: /^(?:There is no such page|没有这个页面)$/ });

const QUESTIONS_SEEN = `[...document.querySelectorAll('[role=dialog]')].every((question) => question.checkVisibility({ opacityProperty: true }))`;

/** Brings a visitor into a state. */
export async function arrive(visitor: Visitor, { who, path, act, shown }: State, stage: Stage): Promise<void> {
  const { page } = visitor;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // Always from the beginning, also where the last state was on the same page.
  await visitor.open('/left');
  await (who === undefined ? page.locator('main h1, main h2').first() : missing(page)).waitFor();
  await visitor.open(path);
  // Nothing is done, and nothing taken for what is to come, on the page that is on its way out.
  if (path !== '/nowhere') await missing(page).waitFor({ state: 'hidden' });
  if (act !== undefined) await page.locator('main h1, main h2').first().waitFor();
  await act?.(page, stage);
  await page.locator(shown).first().waitFor();
  // A question is there before it can be seen: what it covers is hidden from readers already, and so is the question.
  await eventually(async () => page.evaluate(QUESTIONS_SEEN), (seen) => seen === true);
}
