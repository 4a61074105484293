import { closePath } from './close-path';

/** Strokes on a 24 grid, 2 wide, round ends. One path each, so that it also works inside a shadow root. */
const paths = {
  search: 'M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15.5 15.5l5 5',
  close: closePath,
  chevron: 'M6 9.5l6 6 6-6',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  forward: 'M9.5 5.5L16 12l-6.5 6.5',
  refresh: 'M20 12a8 8 0 0 1-14.5 4.6L4 15M4 19.5V15h4.5M4 12a8 8 0 0 1 14.5-4.6L20 9M20 4.5V9h-4.5',
  copy: 'M10 9h9a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 21h-9a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 10 9zM5 15.5h-.5A1.5 1.5 0 0 1 3 14V4.5A1.5 1.5 0 0 1 4.5 3H14a1.5 1.5 0 0 1 1.5 1.5V5',
  ticket:
    'M4 5.5h16a1 1 0 0 1 1 1V9.5a2.5 2.5 0 0 0 0 5v3a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-3a2.5 2.5 0 0 0 0-5v-3a1 1 0 0 1 1-1zM14.5 5.5v2M14.5 11v2M14.5 16.5v2',
  panel:
    'M4.5 4.5h15a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18V6a1.5 1.5 0 0 1 1.5-1.5zM15 4.5v15',
  hide: 'M4 4l16 16M9.5 5.3A9.8 9.8 0 0 1 12 5c4.5 0 8.2 2.8 10 7a13 13 0 0 1-2.6 3.9M6.5 7A12.6 12.6 0 0 0 2 12c1.8 4.2 5.5 7 10 7 1.9 0 3.6-.5 5.2-1.4M10 10a2.9 2.9 0 0 0 4 4',
  eye: 'M2 12c1.8-4.2 5.5-7 10-7s8.2 2.8 10 7c-1.8 4.2-5.5 7-10 7s-8.2-2.8-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  sliders:
    'M3 7.5h10M19 7.5h2M3 16.5h2M11 16.5h10M16 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 19.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  out: 'M14 4h6v6M20 4l-9.5 9.5M18.5 14v4.5A1.5 1.5 0 0 1 17 20H5.5A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5H10',
  file: 'M13.5 2.5H6.5A1.5 1.5 0 0 0 5 4v16a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 20V8zM13.5 2.5V8H19',
  pulse: 'M2.5 12.5H7l3-8.5 4.5 16 2.8-7.5h4.2',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3.2 2',
  check: 'M5 12.8l4.6 4.6L19 7.5',
  list: 'M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6h.01M3.5 12h.01M3.5 18h.01',
  plus: 'M12 5v14M5 12h14',
  down: 'M12 3.5v12M6.5 10.5l5.5 5.5 5.5-5.5M4.5 20.5h15',
  up: 'M12 16V4M6.5 9.5L12 4l5.5 5.5M4.5 20.5h15',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.7 3.7 5.7 3.7 9s-1.2 6.3-3.7 9c-2.5-2.7-3.7-5.7-3.7-9S9.5 5.7 12 3z',
  key: 'M8 20a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM11.2 12.3L20 3.5M16.5 7l3 3',
  bolt: 'M13.5 2.5L4.5 14H11l-.8 7.5 9.3-12H13z',
  shield: 'M12 2.5l-7.5 3V11c0 5 3 8.7 7.5 10.5 4.5-1.8 7.5-5.5 7.5-10.5V5.5z',
  data: 'M12 8.5c4.4 0 8-1.3 8-3s-3.6-3-8-3-8 1.3-8 3 3.6 3 8 3zM4 5.5v13c0 1.7 3.6 3 8 3s8-1.3 8-3v-13M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  trash: 'M4 6.5h16M9.5 6.5V4h5v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4.5l12 7.5-12 7.5z',
  lock: 'M6 11h12a1.5 1.5 0 0 1 1.5 1.5V19a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19v-6.5A1.5 1.5 0 0 1 6 11zM8 11V7.5a4 4 0 0 1 8 0V11',
} as const;

export type IconName = keyof typeof paths;

/** Mirrored in right-to-left text: what points along the line of reading. */
const directed: ReadonlySet<IconName> = new Set(['back', 'forward', 'panel', 'list']);

/** Decoration beside a word; an icon alone takes its label from its button. `small` is 12 px, else 16. */
export function Icon({ name, size = '' }: { name: IconName; size?: 'small' | 'large' | '' }) {
  return (
    <svg
      class={`icon ${size} ${directed.has(name) ? 'directed' : ''}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Our own mark: a small skyline on its base line. */
export function Brand() {
  return (
    <svg class="brand" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M3 19.5h18M6 14.5v-2M10.5 14.5V9M15 14.5V4.5"
        fill="none"
        stroke="currentColor"
        stroke-width="2.6"
        stroke-linecap="round"
      />
      <circle cx="19.5" cy="13.5" r="1.7" fill="currentColor" />
    </svg>
  );
}
