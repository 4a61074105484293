import type { Result } from '../../../core/failure';
import type { CustomTrial } from '../../../messages';
import { FailureNote } from '../../notice';
import { manyWords } from '../../words';

/** What was asked, what came back, and what each expression makes of it. */
export function CustomTrialView({ trial }: { trial: Result<CustomTrial> }) {
  if (!trial.ok) return <FailureNote failure={trial.failure} />;
  const { report, request, status, body, yields, milliseconds, requests } = trial.value;
  return (
    <div class="custom-trial">
      {report.ok ? (
        <p>
          <b>Works.</b> <bdi>{report.value.summary}</bdi>
        </p>
      ) : (
        <FailureNote failure={report.failure} />
      )}
      <h3>Request</h3>
      <pre class="mono">{requestWords(request)}</pre>
      {status === null ? null : (
        <>
          <h3>{`Answer: status ${status}, ${milliseconds} ms, ${manyWords(requests, 'request')}`}</h3>
          <pre class="mono">{body === '' ? 'An empty body.' : body}</pre>
        </>
      )}
      {yields.length === 0 ? null : (
        <>
          <h3>What the expressions yield</h3>
          <table class="yields">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Expression</th>
                <th scope="col">Yields</th>
              </tr>
            </thead>
            <tbody>
              {yields.map((one) => (
                <tr key={one.field} class={one.wrong ? 'wrong' : ''}>
                  <th scope="row">{one.field}</th>
                  <td>
                    <code>{one.expression}</code>
                  </td>
                  <td>{one.wrong ? one.yields : <code>{one.yields}</code>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function requestWords({ method = 'GET', url, headers = {}, body }: CustomTrial['request']): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const sent = typeof body === 'string' ? ['', body] : [];
  return [`${method} ${url}`, ...lines, ...sent].join('\n');
}
