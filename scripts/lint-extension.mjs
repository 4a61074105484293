// Runs Mozilla's linter over the Firefox build. Preact assigns innerHTML in one place of its own
// (dangerouslySetInnerHTML, which we never use); anything beyond that is an error here.
import { spawnSync } from 'node:child_process';

const run = spawnSync(
  'npx',
  ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
const known = (message) => message.code === 'UNSAFE_VAR_ASSIGNMENT' && /innerHTML/.test(message.message);
const left = [...report.errors, ...report.warnings].filter((message) => !known(message));
for (const { code, message, file, line } of left)
  console.error(`${file ?? ''}:${line ?? ''} ${code}: ${message}`);
console.log(`Extension lint: ${left.length} problems.`);
process.exit(left.length === 0 ? 0 : 1);
