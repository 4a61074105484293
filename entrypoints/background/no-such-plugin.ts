import { fail } from '../../lib/core/failure';

export const noSuchPlugin = (id: string) => fail('missing', `There is no plug-in called ${id}.`);
