import { useLayoutEffect, useState } from 'preact/hooks';

/** The width of the window in CSS pixels; a side panel is as wide as the analyst draws it. */
export function useWidth(): number {
  const [width, setWidth] = useState(innerWidth);
  useLayoutEffect(() => {
    const follow = () => setWidth(innerWidth);
    addEventListener('resize', follow);
    follow();
    return () => removeEventListener('resize', follow);
  }, []);
  return width;
}
