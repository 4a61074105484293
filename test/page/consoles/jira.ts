import { type Console, page } from './console';

/** A rendered description with paragraphs, code in lines of spans, smart links, and an editor that must stay untouched. */
export const jira: Console = {
  name: 'jira',
  html: page(
    `<h1 data-testid="issue.views.issue-base.foundation.summary.heading">Beacon to evil-host.com</h1>
<div class="ak-renderer-document"><p data-renderer-start-pos="1">Download from http://evil-host.com/a</p><p
data-renderer-start-pos="40">evil[.]example and <code class="code" data-renderer-mark="true">198.51.100.23</code></p>
<div class="code-block"><span class="linenumber">1</span><code><span>dst=</span><span class="hl">203.0</span><span
class="hl">.113.77</span><span>
</span></code></div><blockquote><p>10.1.2.3</p></blockquote><p>See <span data-inline-card><a
data-testid="inline-card-resolved-view" href="https://landing.evil-host.com/invoice">Your invoice</a></span> and <a
data-testid="inline-card-resolved-view" href="/browse/SOC-17">SOC-17: an older case</a></p><p>from the mail:
https://emea01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fwrapped.evil-host.com%2Fx&amp;data=02</p></div>
<div id="ak-editor-textarea" class="ProseMirror" contenteditable="true"><p>draft 203.0.113.200</p></div>
<div role="textbox">also a draft 203.0.113.201</div>`,
    '.linenumber{user-select:none;padding-inline-end:8px}',
  ),
  expected: [
    'domain|evil-host.com',
    'url|http://evil-host.com/a',
    'domain|evil.example',
    'ipv4|198.51.100.23',
    'ipv4|203.0.113.77',
    'ipv4|10.1.2.3',
  ],
  linked: ['url|https://landing.evil-host.com/invoice', 'url|http://wrapped.evil-host.com/x'],
  written: {
    'domain|evil.example': 'evil[.]example',
    'url|https://landing.evil-host.com/invoice': 'Your invoice',
    'url|http://wrapped.evil-host.com/x':
      'https://emea01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fwrapped.evil-host.com%2Fx&data=02',
  },
};
