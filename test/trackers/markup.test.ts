import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../lib/core/markdown/parse';
import { toAdf } from '../../lib/trackers/jira/adf';
import { toWiki } from '../../lib/trackers/jira/wiki';
import { toHtml } from '../../lib/trackers/request-tracker/html';
import { documentProblem } from '../lab/jira-document';

const source = [
  '# Why',
  '',
  '**Malicious.** see `203[.]0[.]113[.]7`,',
  'and [VirusTotal](https://www.virustotal.com/gui/x?a=b&c="d")',
  '',
  '- *one*',
  '- {two} [x] !y! (x) :)',
  '',
  '| A | B |',
  '| --- | --- |',
  '| 1 |  |',
  '',
  '```',
  '<b>{noformat}</b>',
  '```',
].join('\n');

test('as HTML everything is escaped and only plain tags are used', () => {
  expect(toHtml(parseMarkdown(source)).split('\n')).toEqual([
    '<h2>Why</h2>',
    '<p><strong>Malicious.</strong> see <span style="font-family: monospace">203[.]0[.]113[.]7</span>,<br>and <a href="https://www.virustotal.com/gui/x?a=b&amp;c=&quot;d&quot;">VirusTotal</a></p>',
    '<ul><li><em>one</em></li><li>{two} [x] !y! (x) :)</li></ul>',
    '<table border="1" cellpadding="4"><tr><th>A</th><th>B</th></tr><tr><td>1</td><td></td></tr></table>',
    '<pre>&lt;b&gt;{noformat}&lt;/b&gt;</pre>',
  ]);
});

test('as wiki markup, text that looks like markup is escaped', () => {
  expect(toWiki(parseMarkdown(source))).toBe(
    [
      'h1. Why',
      '',
      '*Malicious.* see {{203\\[.\\]0\\[.\\]113\\[.\\]7}},',
      'and [VirusTotal|https://www.virustotal.com/gui/x?a=b&c="d"]',
      '',
      '* _one_',
      '* \\{two\\} \\[x\\] \\!y\\! \\(x) \\:)',
      '',
      '||A||B||',
      '|1| |',
      '',
      '{noformat}',
      '<b>{ noformat}</b>',
      '{noformat}',
    ].join('\n'),
  );
});

test('as an Atlassian document it keeps its structure', () => {
  const { content } = toAdf(parseMarkdown(source));
  expect(content.map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'bulletList',
    'table',
    'codeBlock',
  ]);
  expect(documentProblem('cloud', toAdf(parseMarkdown(source)))).toBeNull();
});

test('whatever Markdown is typed, the Atlassian document is one that Jira takes', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'ab`*[](|#- \n\\h:/') });
  fc.assert(
    fc.property(typed, (text) => {
      expect(documentProblem('cloud', toAdf(parseMarkdown(text)))).toBeNull();
    }),
  );
});
