import { type Ioc, kinds } from '../ioc';

/** The indicator that a key (`kind|value`) names; null for a key that names none. */
export function iocOfKey(key: string): Ioc | null {
  const [head = '', ...rest] = key.split('|');
  const kind = kinds.find((each) => each === head);
  const value = rest.join('|');
  return kind === undefined || value === '' ? null : { kind, value };
}
