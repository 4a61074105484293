import { standingWord, kindWord } from '../ui/words';
import type { Entry } from './indicators';

/** What a screen reader says of an indicator: level first, then what it is, then why. */
export function spoken({ ioc, mark }: Pick<Entry, 'ioc' | 'mark'>, why: string): string {
  const level = mark?.level ?? null;
  const word = level === null ? (mark?.running === true ? 'Running' : 'No verdict') : standingWord(level);
  return `${word}: ${ioc.value}, ${kindWord(ioc.kind)}.${why === '' ? '' : ` ${why}`}`;
}
