import type { JSX } from 'preact';
import { type Standing, standingWord } from './words';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

const heavy = { ...stroke, stroke: 'var(--on)', 'stroke-width': 2.8 } as const;

/** Levels are the only filled marks, each with a silhouette of its own; outcomes are strokes. */
const shapes: Readonly<Record<Standing, (size: MarkProps['size']) => JSX.Element | null>> = {
  malicious: () => (
    <>
      <path d="M8.2 2h7.6L22 8.2v7.6L15.8 22H8.2L2 15.8V8.2z" fill="currentColor" />
      <path d="M8.7 8.7l6.6 6.6M15.3 8.7l-6.6 6.6" {...heavy} />
    </>
  ),
  suspicious: () => (
    <>
      <path
        d="M12 3.5l9.5 16.8h-19z"
        fill="currentColor"
        stroke="var(--rim)"
        stroke-width="2.4"
        stroke-linejoin="round"
      />
      <path d="M12 9.5v4.6" {...heavy} />
      <circle cx="12" cy="17.7" r="1.6" fill="var(--on)" />
    </>
  ),
  unknown: (size) => (
    <>
      <path d="M12 2.4l9.6 9.6-9.6 9.6L2.4 12z" {...stroke} fill="var(--hollow)" stroke-width="2.6" />
      {size === 'small' ? null : (
        <>
          <path d="M9.9 10.2c.1-1.3 1-2 2.2-2s2.1.8 2.1 2c0 1.4-2.1 1.7-2.1 3.1" {...stroke} />
          <circle cx="12.1" cy="16" r="1.2" fill="currentColor" />
        </>
      )}
    </>
  ),
  benign: () => (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path d="M7.7 12.4l3 3 5.7-6" {...heavy} />
    </>
  ),
  answered: () => <path d="M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01" {...stroke} />,
  'no-record': () => <circle cx="12" cy="12" r="9" {...stroke} stroke-dasharray="3.2 3.87" />,
  failed: () => (
    <path
      d="M6 3h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3zM13.5 3.2L9.6 9.6l5.3 3.4-4.4 7.8"
      {...stroke}
    />
  ),
  quota: () => (
    <path
      d="M6 2.5h12M6 21.5h12M7.5 2.5V6c0 2.4 4.5 3.9 4.5 6s-4.5 3.6-4.5 6v3.5M16.5 2.5V6c0 2.4-4.5 3.9-4.5 6s4.5 3.6 4.5 6v3.5"
      {...stroke}
    />
  ),
  withheld: () => (
    <path
      d="M6 11h12a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM8 11V7a4 4 0 0 1 8 0v4"
      {...stroke}
    />
  ),
  'not-configured': () => (
    <path d="M8 20a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM11.2 12.3L20 3.5M16.5 7l3 3" {...stroke} />
  ),
  running: () => (
    <>
      <circle cx="12" cy="12" r="9" {...stroke} stroke-width="2.6" opacity=".22" />
      <path d="M12 3a9 9 0 0 1 9 9" {...stroke} stroke-width="2.6" />
    </>
  ),
  /** A place is kept for it in titles alone; elsewhere nothing is drawn where nothing is known. */
  none: (size) => (size === 'large' || size === 'huge' ? <path d="M6.5 12h11" {...stroke} /> : null),
};

interface MarkProps {
  readonly of: Standing;
  readonly size?: 'small' | 'large' | 'huge';
  /** The word already stands beside it. */
  readonly quiet?: boolean;
}

/** The shape of a level or an outcome: 12 (`small`), 16, 24 (`large`) or 32 px (`huge`). */
export function Mark({ of, size, quiet = false }: MarkProps) {
  const spoken =
    quiet || of === 'none' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': standingWord(of) };
  return (
    <svg
      class={`mark ${of} ${size ?? ''}`}
      viewBox="0 0 24 24"
      {...(spoken as JSX.SVGAttributes<SVGSVGElement>)}
    >
      {shapes[of](size)}
    </svg>
  );
}
