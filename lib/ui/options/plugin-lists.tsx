import type { FileState } from '../../messages';
import { useNow } from '../live';
import { momentWords } from '../words';
import { listWords } from './list-words';

/** The lists that a source keeps in this browser: size, age, what went wrong, when it is asked again. */
export function PluginLists({ files }: { files: readonly FileState[] }) {
  const now = useNow();
  return (
    <ul class="kept-lists">
      {files.map((file) => (
        <li key={file.name}>
          <b>{file.name}</b>{' '}
          <span title={file.fetchedAt === null ? file.url : momentWords(file.fetchedAt)}>
            {listWords(file, now)}
          </span>
          {file.why === undefined ? null : <p class="t3">{file.why}</p>}
        </li>
      ))}
    </ul>
  );
}
