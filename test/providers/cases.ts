import type { ProviderCase } from './case';
import { rdap } from './rdap.case';
import { shodanInternetdb } from './shodan-internetdb.case';
import { virustotal } from './virustotal.case';

export const cases: Readonly<Record<string, ProviderCase>> = {
  rdap,
  'shodan-internetdb': shodanInternetdb,
  virustotal,
};
