import { useState } from 'preact/hooks';
import type { Result } from '../../core/failure';
import type { PluginState, TestState } from '../../messages';
import { Icon } from '../icons';
import { Mark } from '../marks';
import { send } from '../send';
import { manyWords } from '../words';
import { testWords } from './plugin-words';

/** Really calls the other side, then says what was asked, what came back, what it cost. */
export function PluginTest({ plugin, onTested }: { plugin: PluginState; onTested(): void }) {
  const [result, setResult] = useState<Result<TestState> | 'asking' | null>(null);
  const test = async () => {
    setResult('asking');
    setResult(await send('plugin.test', { id: plugin.id }));
    onTested();
  };
  return (
    <div class="plugin-test">
      <button
        type="button"
        class="button plain"
        disabled={result === 'asking' || plugin.missing !== null}
        onClick={() => void test()}
      >
        <Icon name="pulse" />
        Test
      </button>
      <div class="test-result" aria-live="polite">
        {result === null ? (
          <span>{testWords(plugin)}</span>
        ) : result === 'asking' ? (
          'Being asked'
        ) : (
          <TestWords result={result} />
        )}
      </div>
    </div>
  );
}

function TestWords({ result }: { result: Result<TestState> }) {
  if (!result.ok) return <FailedWords message={result.failure.message} cost="" />;
  const { report, milliseconds, requests } = result.value;
  const cost = `Answered in ${milliseconds} ms. Cost ${manyWords(requests, 'request')}.`;
  if (!report.ok) return <FailedWords message={report.failure.message} cost={cost} />;
  return (
    <>
      <p>
        <b>{report.value.warnings.length === 0 ? 'Works.' : 'Works, but not as hoped.'}</b>{' '}
        <bdi>{report.value.summary}</bdi> {cost}
      </p>
      {report.value.warnings.map((warning) => (
        <p key={warning} class="warning">
          {warning}
        </p>
      ))}
    </>
  );
}

function FailedWords({ message, cost }: { message: string; cost: string }) {
  return (
    <p class="failed-words">
      <Mark of="failed" quiet />
      <span>
        <b>Does not work yet.</b> {message} {cost}
      </span>
    </p>
  );
}
