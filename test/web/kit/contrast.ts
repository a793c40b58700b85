import type { Visitor } from './visitor.js';

/** How the page is seen: by who asked for more contrast, or in the colours of the system alone. */
export type Sight = { readonly contrast: 'more' } | { readonly forcedColors: 'active' };

/** Runs in the page: what cannot be told from its ground there (3:1, WCAG 1.4.11), without any colour of ours. */
const FIND = `(() => {
  const shown = (at) => at.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && at.getBoundingClientRect().width > 2 && getComputedStyle(at.parentElement).clipPath !== 'inset(50%)';
  const numbers = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const isClear = (text) => { const [, , , alpha = 1] = numbers(text); return alpha === 0 || text === 'none' || text === 'transparent'; };
  const light = (text) => { const [r, g, b] = numbers(text).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const apart = (one, other) => { const [low, high] = [light(one), light(other)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05) >= 3; };
  const ground = (at) => { for (let one = at; one; one = one.parentElement) { const { backgroundColor } = getComputedStyle(one); if (!isClear(backgroundColor)) return backgroundColor; } return getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)'; };
  const told = (at) => at.tagName + '.' + at.className + ' ' + (at.textContent || '').trim().slice(0, 20);
  const faults = [];
  for (const at of [...document.querySelectorAll('button, .button, .choice, .drop, .thumb, .doors a, input:is([type=text], [type=date], [type=datetime-local])')].filter(shown)) {
    const style = getComputedStyle(at);
    const around = ground(at.parentElement);
    const edged = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== 'none' && !isClear(style.borderTopColor) && apart(style.borderTopColor, around);
    if (!edged && (isClear(style.backgroundColor) || !apart(style.backgroundColor, around))) faults.push('no edge: ' + told(at));
  }
  for (const at of [...document.querySelectorAll('.status, .other, .notice')].filter(shown)) {
    const sign = at.querySelector('svg:not(.watermark) :is(path, circle)');
    if (sign === null || !apart(getComputedStyle(sign).stroke, ground(at))) faults.push('no sign: ' + told(at));
    if (at.querySelector('h1, h2, p') === null) faults.push('no words: ' + told(at));
    if (parseFloat(getComputedStyle(at).borderTopWidth) < 2) faults.push('no frame: ' + told(at));
  }
  const checked = [...document.querySelectorAll('.choice')].filter(shown).map((at) => [at, at.querySelector('input').checked, getComputedStyle(at, '::before').borderTopWidth]);
  for (const [at, isChecked, width] of checked) if (isChecked !== (parseFloat(width) > 4)) faults.push('picked or not: ' + told(at));
  const ring = (at) => { const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3 && apart(outlineColor, ground(at.parentElement)); };
  const { activeElement } = document;
  const seen = activeElement === null || activeElement === document.body ? activeElement : getComputedStyle(activeElement.parentElement).clipPath === 'inset(50%)' ? activeElement.closest('[data-rac]') : activeElement;
  if (seen !== null && seen !== document.body && !ring(seen)) faults.push('no ring: ' + told(seen));
  return faults;
})()`;

/** What somebody who sees so cannot make out: edges of what is pressed or filled in, what a status or a notice means, which one is picked, where the focus is. */
export async function unseen({ page }: Visitor, sight: Sight): Promise<readonly string[]> {
  await page.emulateMedia({ contrast: null, forcedColors: null, ...sight });
  await page.keyboard.press('Tab');
  const found = (await page.evaluate(FIND)) as readonly string[];
  return found.map((fault) => `${JSON.stringify(sight)} ${fault}`);
}
