import { useEffect, useState } from 'react';

/** The time, every second. `ahead`: by how many milliseconds the server's clock is before this device's. */
export function useNow(ahead = 0): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
}
