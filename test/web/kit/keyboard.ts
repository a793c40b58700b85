import { eventually } from '../../kit/eventually.js';
import type { Visitor } from './visitor.js';

/** Runs in the page: what a reader would call this. */
const NAME = `const nameOf = (at) => {
  const field = at.labels && at.labels[0] ? at.labels[0].textContent : (at.getAttribute('aria-labelledby') || '').split(' ').map((id) => id && document.getElementById(id)).map((label) => label ? label.textContent : '').join(' ');
  return (at.getAttribute('aria-label') || field || at.textContent || at.tagName).trim();
};`;

/** What has the focus, as a reader would call it, and whether that is seen: at itself, or where something stands for it because it is hidden. */
export const focused = (visitor: Visitor): Promise<{ readonly name: string; readonly seen: boolean }> =>
  visitor.page.evaluate(`(() => {
    ${NAME}
    const { activeElement: at } = document;
    if (at === document.body) return { name: 'BODY', seen: true };
    const isHidden = getComputedStyle(at.parentElement).clipPath === 'inset(50%)';
    const { outlineStyle, outlineWidth } = getComputedStyle(isHidden ? at.closest('[data-rac]') : at);
    return { name: nameOf(at), seen: outlineStyle !== 'none' && outlineWidth !== '0px' };
  })()`) as Promise<{ readonly name: string; readonly seen: boolean }>;

/** Whether there is anything called so that a key could come to. */
const isThere = ({ page }: Visitor, name: string): Promise<unknown> =>
  page.evaluate(`(() => {
    ${NAME}
    return [...document.querySelectorAll('a, button, input, summary')].some((at) => !at.disabled && nameOf(at).startsWith(${JSON.stringify(name)}));
  })()`);

/** Tabs until something called so has the focus, which is seen wherever it comes by. Begins once it is there: whoever presses a key sees what they press it for. */
export async function tabTo(visitor: Visitor, name: string): Promise<void> {
  await eventually(() => isThere(visitor, name), (found) => found === true);
  for (let steps = 0; steps < 40; steps += 1) {
    await visitor.page.keyboard.press('Tab');
    const at = await focused(visitor);
    if (at.name !== 'BODY' && !at.seen) throw new Error(`the focus on ${at.name} is not seen`);
    if (at.name.startsWith(name)) return;
  }
  throw new Error(`no way to ${name} by the keyboard`);
}

/** Waits until something called so has the focus. */
export const hasFocus = (visitor: Visitor, name: string): Promise<unknown> => eventually(() => focused(visitor), (at) => at.name.startsWith(name));

/** Tabs to what is called so, and presses a key on it. */
export const act = async (visitor: Visitor, name: string, key = 'Enter'): Promise<void> => {
  await tabTo(visitor, name);
  await visitor.page.keyboard.press(key);
};
