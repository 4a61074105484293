import { isLocal, isShipped, type ListFile, type LocalProvider, type Provider } from '../../lib/core/plugin';

/** A source that downloads every list it keeps. */
interface Downloading extends LocalProvider {
  files(settings: Record<string, unknown>): readonly ListFile[];
}

export const downloads = (one: Provider): one is Downloading =>
  isLocal(one) && one.files !== undefined && !one.files(one.settings.parse({})).some(isShipped);
