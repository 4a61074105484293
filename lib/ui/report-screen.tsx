import type { PluginState } from '../messages';
import { iocOfKey } from './ioc-of-key';
import { useLive, useNow } from './live';
import { FailureNote } from './notice';
import { ReportView } from './report-view';
import { send } from './send';

interface ReportScreenProps {
  readonly enrichment: string;
  readonly sources: readonly PluginState[];
  onFile(): void;
  /** Shows the report of another indicator. */
  onReport(key: string): void;
}

/** Reads the report of one indicator and keeps it fresh. */
export function ReportScreen({ enrichment, sources, onFile, onReport }: ReportScreenProps) {
  const now = useNow();
  const { value, failure, reload } = useLive(
    () => send('report.get', { key: enrichment }),
    enrichment,
    enrichment,
  );
  const ioc = iocOfKey(enrichment);
  if (ioc === null) return <p class="quiet-line">This link names no indicator.</p>;
  return (
    <>
      {failure === undefined ? null : (
        <FailureNote failure={failure}>
          <button type="button" class="link" onClick={reload}>
            Try again
          </button>
        </FailureNote>
      )}
      {value === undefined ? null : (
        <ReportView
          report={value}
          ioc={ioc}
          sources={sources}
          now={now}
          onFile={onFile}
          onReport={onReport}
        />
      )}
    </>
  );
}
