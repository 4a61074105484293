import { defaultVerdictPolicy } from '../../lib/core/verdict-policy';
import type { Deps } from '../../lib/engine';
import type { Policy } from '../../lib/engine/deps';

export const policy: Policy = {
  opsec: { tlp: 'green', internalDomains: [], internalRanges: [], askReserved: true },
  automatic: false,
  perHour: 0,
  verdict: defaultVerdictPolicy,
  autoPerDay: 0,
};

/** A team without a tracker: what a lookup costs is measured, and nothing is filed. */
export const nothingFiled: Pick<Deps, 'tracker' | 'policy' | 'draft'> = {
  tracker: async () => null,
  policy: async () => policy,
  draft: () => {
    throw new Error('Nothing is filed here.');
  },
};
