import type { Visitor } from './visitor.js';

/** What has the focus, as a reader would call it, and whether that is seen. */
export const focused = (visitor: Visitor): Promise<{ readonly name: string; readonly seen: boolean }> =>
  visitor.page.evaluate(`(() => {
    const { activeElement: at } = document;
    if (at === document.body) return { name: 'BODY', seen: true };
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const around = at.closest('label');
    const drawn = (style) => style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
    const field = at.labels && at.labels[0] ? at.labels[0].textContent : '';
    return { name: (at.getAttribute('aria-label') || field || at.textContent || at.tagName).trim(), seen: drawn({ outlineStyle, outlineWidth }) || (around !== null && drawn(getComputedStyle(around))) };
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

/** Tabs to what is called so, and presses a key on it. */
export const act = async (visitor: Visitor, name: string, key = 'Enter'): Promise<void> => {
  await tabTo(visitor, name);
  await visitor.page.keyboard.press(key);
};
