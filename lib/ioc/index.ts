export { defang } from './defang';
export { find, type FindOptions } from './find';
export { hostOf } from './host';
export { kinds, type Indicator, type Ioc, type Kind } from './kind';
export { refang } from './refang';
