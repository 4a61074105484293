const hour = 3_600_000;

/** What is the same for each filtering DNS resolver that is asked over https. */
export const filteringResolver = {
  kinds: ['domain'],
  discloses: {
    class: 'passive',
    words: 'Sees the domain, and asks its name servers unless it is blocked: their owner may notice.',
  },
  weight: 0.5,
  onByDefault: false,
  maxTlp: 'green',
  // Not for want of budget: a question can reach the other side's name servers, so a person decides.
  scarce: true,
  // Unpublished.
  limits: [{ requests: 60, per: 60_000 }],
  together: 2,
  fresh: { found: 6 * hour, none: hour },
} as const;
