import { documents } from './document';
import { events } from './events';
import { address, type Hostile } from './hostile';
import { style } from './style';
import { tampering } from './tampering';
import { text } from './text';

/** One page, and the address that it alone shows: nothing is known of it from the pages before. */
export interface Attack extends Hostile {
  readonly address: string;
}

const withOwnAddress = (hostile: Hostile, at: number): Attack => {
  const own = `198.51.100.${at + 100}`;
  return { ...hostile, address: own, html: hostile.html.replaceAll(address, own) };
};

export const attacks: readonly Attack[] = [...events, ...tampering, ...text, ...style, ...documents].map(
  withOwnAddress,
);
