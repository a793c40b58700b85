import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** For how long a view is shown, in milliseconds. */
const SHOWN_FOR = 60_000;

/** What is left of a view's time. Hides it when that is over, when the page is left or put away (a browser may show again what it kept), and never later than any clock says. */
export function useHiding(onHide: () => void): number {
  const [left, setLeft] = useState(SHOWN_FOR);
  const hide = useEffectEvent(onHide);
  // As it is drawn: a page may be left before an effect has had its turn.
  useLayoutEffect(() => {
    const until = Date.now() + SHOWN_FOR;
    const check = (): void => {
      const rest = until - Date.now();
      // A clock that was set back gives nobody more time.
      if (rest <= 0 || rest > SHOWN_FOR) hide();
      else setLeft(rest);
    };
    // At once, not when there is time: what a browser keeps of a page is as it was when it was left.
    const leave = (): void => flushSync(hide);
    const away = (): void => {
      if (document.visibilityState === 'hidden') leave();
    };
    // An answer may come after the page was put away.
    if (document.visibilityState === 'hidden') hide();
    const [timer, ticks] = [setTimeout(hide, SHOWN_FOR), setInterval(check, 1_000)];
    addEventListener('pagehide', leave);
    addEventListener('pageshow', leave);
    document.addEventListener('visibilitychange', away);
    return () => {
      clearTimeout(timer);
      clearInterval(ticks);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', leave);
      document.removeEventListener('visibilitychange', away);
    };
  }, []);
  return left;
}
