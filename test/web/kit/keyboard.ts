import { eventually } from '../../kit/eventually.js';
import type { Visitor } from './visitor.js';

/** What has the focus, as a reader would call it, and whether that is seen: at itself, or where something stands for it because it is hidden. */
export const focused = (visitor: Visitor): Promise<{ readonly name: string; readonly seen: boolean }> =>
  visitor.page.evaluate(`(() => {
    const { activeElement: at } = document;
    if (at === document.body) return { name: 'BODY', seen: true };
    const isHidden = getComputedStyle(at.parentElement).clipPath === 'inset(50%)';
    const { outlineStyle, outlineWidth } = getComputedStyle(isHidden ? at.closest('[data-rac]') : at);
    const field = at.labels && at.labels[0] ? at.labels[0].textContent : (at.getAttribute('aria-labelledby') || '').split(' ').map((id) => id && document.getElementById(id)).map((label) => label ? label.textContent : '').join(' ');
    return { name: (at.getAttribute('aria-label') || field || at.textContent || at.tagName).trim(), seen: outlineStyle !== 'none' && outlineWidth !== '0px' };
  })()`) as Promise<{ readonly name: string; readonly seen: boolean }>;

/** Tabs until something called so has the focus, which is seen wherever it comes by. */
export async function tabTo(visitor: Visitor, name: string): Promise<void> {
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
