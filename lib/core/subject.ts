import { hostOf, type Ioc } from '../ioc';

/** The host a URL names, or the domain of an email address, as an indicator of its own; others are their own subject. */
export const subjectOf = (ioc: Ioc): Ioc => hostOf(ioc) ?? ioc;
