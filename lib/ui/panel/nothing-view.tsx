import { countWords } from '../words';

/** Text shown back: enough to recognise the selection. */
const shown = 600;

/** A right-click on text without an indicator: what was looked at, what to try. */
export function NothingView({ text }: { text: string }) {
  return (
    <div class="nothing">
      <h2>No IOC in this selection</h2>
      <p>
        {text.trim() === ''
          ? 'The selection holds no text. Select the words themselves; pictures and form fields of some consoles cannot be read.'
          : `Read ${countWords(text.length)} characters. Nothing looks like an address, domain, URL, email address, hash, CVE or ASN; defanged forms are understood. Private names without a public ending are left out.`}
      </p>
      {text.trim() === '' ? null : (
        <pre class="read-text" tabIndex={0} aria-label="The text that was read">
          {text.length > shown ? `${text.slice(0, shown)}…` : text}
        </pre>
      )}
      <p>To enrich something else, paste or drop it below.</p>
    </div>
  );
}
