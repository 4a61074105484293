import { useEffect, useState } from 'preact/hooks';
import { send } from '../send';

const scratchName = 'fresh-site';

/** Milliseconds in which a site that was switched on here may be taken back with one click. */
const grace = 5 * 60_000;

/**
 * The site that was switched on in the popup a moment ago. Outlives the popup, which the browser's own question may close.
 */
export function useFreshSite(): [string | null, (origin: string | null) => void] {
  const [fresh, setFresh] = useState<string | null>(null);
  useEffect(() => {
    void send('scratch.get', { name: scratchName }).then((kept) => {
      const [origin = '', at = ''] = kept.ok ? kept.value.split(' ') : [];
      if (origin !== '' && Date.now() - Number(at) < grace) setFresh(origin);
    });
  }, []);
  return [
    fresh,
    (origin) => {
      setFresh(origin);
      void send('scratch.set', { name: scratchName, text: origin === null ? '' : `${origin} ${Date.now()}` });
    },
  ];
}
