export { classify, type Classification } from './classify';
export { defang } from './defang';
export { find, type FindOptions } from './find';
export { hostOf } from './host';
export { kinds, type Indicator, type Ioc, type Kind } from './kind';
export type { Scope } from './ranges';
export { refang } from './refang';
export { rescan, type Change } from './rescan';
