export { kinds, type Indicator, type Ioc, type Kind } from './kind';
