import type { ComponentChildren } from 'preact';
import type { Failure } from '../core/failure';
import { Mark } from './marks';

/** A failure in its place: what happened, then what to do. */
export function FailureNote({ failure, children }: { failure: Failure; children?: ComponentChildren }) {
  return (
    <p class="notice" role="alert">
      <Mark of="failed" quiet />
      <span>{failure.message}</span>
      {children}
    </p>
  );
}
