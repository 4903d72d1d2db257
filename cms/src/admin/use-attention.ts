import { useEffect, useState } from 'react';

const PATIENCE_MS = 10 * 60 * 1000;
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'focus'];

/**
 * Whether somebody looks at this page. What asks the server again and again asks only then: a page
 * left open would else keep its session alive for ever.
 */
export function useAttention(): boolean {
  const [isThere, setIsThere] = useState(!document.hidden);
  useEffect(() => {
    let timer: number | undefined;
    const look = () => {
      window.clearTimeout(timer);
      setIsThere(!document.hidden);
      timer = window.setTimeout(() => setIsThere(false), PATIENCE_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, look, { passive: true });
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, look);
    };
  }, []);
  return isThere;
}
