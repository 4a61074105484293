import { useState } from 'preact/hooks';
import { copyText } from '../copy-ioc';
import { Icon } from '../icons';

export function CopyLink({ url }: { url: string }) {
  const [state, setState] = useState<'none' | 'copied' | 'refused'>('none');
  const copy = async () => {
    setState((await copyText(url)) ? 'copied' : 'refused');
    setTimeout(() => setState('none'), 1500);
  };
  return (
    <button type="button" class="button plain" onClick={() => void copy()}>
      <Icon name="copy" />
      <span aria-live="polite">
        {state === 'none' ? 'Copy link' : state === 'copied' ? 'Copied' : 'Not copied'}
      </span>
    </button>
  );
}
