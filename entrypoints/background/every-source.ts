import { customId, customProvider, type CustomSource } from '../../lib/custom';
import type { Provider } from '../../lib/core/plugin';
import { providers } from '../../lib/registry';

/** A source, and what besides its settings decides its answers: the text of its description. */
interface Known {
  readonly plugin: Provider;
  readonly described: string;
}

/** Built once for each text of a description: the same description is the same object. */
const built = new Map<string, Known>();

function describedSource(document: CustomSource): Known {
  const described = JSON.stringify(document);
  const known = built.get(described) ?? { plugin: customProvider(document), described };
  built.set(described, known);
  return known;
}

/** The sources in the registry, then the described ones: the order of the options page, which is that of the ticks. */
export const everySource = (documents: readonly CustomSource[]): readonly Known[] => [
  ...providers.map((plugin) => ({ plugin, described: '' })),
  ...documents.map(describedSource),
];

/** A source's name for people; a source that is gone keeps its id. */
export function nameOf(id: string): string {
  const described = [...built.values()].findLast(({ plugin }) => plugin.id === id);
  return (providers.find((provider) => provider.id === id) ?? described?.plugin)?.name ?? id;
}

/** A configuration without one description and its settings. */
export function withoutDescribed<
  T extends { customSources: readonly CustomSource[]; sources: Readonly<Record<string, unknown>> },
>(configuration: T, id: string): T {
  const gone = customId({ id });
  return {
    ...configuration,
    customSources: configuration.customSources.filter((document) => document.id !== id),
    sources: Object.fromEntries(Object.entries(configuration.sources).filter(([key]) => key !== gone)),
  };
}
