import { openAddress } from './address';

interface Settings {
  readonly baseUrl: string;
  readonly plainHttp: boolean;
  readonly key: string;
}

/**
 * What is the same for each platform of threat intelligence that the team runs itself. `who` is its name, `key` what it calls one
 * ("a key").
 */
export const ownPlatform = (who: string, key: string) =>
  ({
    origins: openAddress.origins,
    missing(settings: Settings): string | null {
      if (settings.baseUrl === '') return `Needs the address of your ${who}.`;
      return settings.key === '' ? `Needs ${key}.` : openAddress.missing(settings);
    },
    discloses: { class: 'private', words: `Your own ${who} sees the IOC.` },
    // The team's own word convicts alone.
    weight: 1,
    onByDefault: false,
    maxTlp: 'red',
    // An instance has no limit unless an administrator sets one; this is for its good.
    limits: [{ requests: 120, per: 60_000 }],
    // Own data: cheap to ask again, and colleagues add to it.
    fresh: { found: 15 * 60_000, none: 5 * 60_000 },
    sample: { kind: 'ipv4', value: '8.8.8.8' },
  }) as const;
