import { useState } from 'preact/hooks';
import type { Failure } from '../core/failure';
import type { Offer } from '../core/offer';
import type { Ioc } from '../ioc';
import { AskAlso } from './ask-also';
import { FailureNote } from './notice';
import { send } from './send';

/** `AskAlso` on the extension's own pages. What went wrong is said in its place. */
export function AskByName({ ioc, offers }: { readonly ioc: Ioc; readonly offers: readonly Offer[] }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = async (provider: string) => {
    const reply = await send('source.ask', { ioc: { kind: ioc.kind, value: ioc.value }, provider });
    setFailure(reply.ok ? null : reply.failure);
  };
  return (
    <>
      <AskAlso offers={offers} onAsk={(provider) => void ask(provider)} />
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}
