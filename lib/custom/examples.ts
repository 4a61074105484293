import assetRegister from './examples/asset-register.json';
import legacyReputation from './examples/legacy-reputation.json';
import passiveDns from './examples/passive-dns.json';

/** Descriptions to start from. None names a real host; each is a whole, valid document. */
export const examples: readonly { readonly name: string; readonly text: string }[] = [
  assetRegister,
  legacyReputation,
  passiveDns,
].map((document) => ({ name: document.name, text: `${JSON.stringify(document, null, 2)}\n` }));
