/** What had the focus last, and whether that was in a question: one that ends gives it back by itself. */
let last: Element | undefined;
let wasAsked = false;

/** Where a reader finds what came of it; behind a question nothing is. */
function heading(): HTMLElement | undefined {
  const found = document.querySelector<HTMLElement>('main h1');
  return found === null || found.closest('[aria-hidden], [inert]') !== null ? undefined : found;
}

/** Browsers leave the focus nowhere where what had it is gone, or was switched off while something is under way. Whoever goes by keyboard or by ear goes on where they were, or else at the heading; nothing moves on the screen. */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    wasAsked = target.closest('[role=dialog]') !== null;
  });
  const watch = new MutationObserver((changes) => {
    if (last === undefined || document.activeElement !== document.body) return;
    if (!last.isConnected) {
      if (!wasAsked) heading()?.focus({ preventScroll: true });
    } else if (last instanceof HTMLElement && changes.some(({ type, target }) => type === 'attributes' && target === last)) last.focus({ preventScroll: true });
  });
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
}
