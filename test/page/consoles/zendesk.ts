import { type Console, page } from './console';

/** Comments of the ticket in front; another ticket's tab stays mounted but hidden; the composer is an editor. */
export const zendesk: Console = {
  name: 'zendesk',
  html: page(
    `<div data-test-id="omni-log-container"><div data-test-id="omni-log-comment-item"><div class="zd-comment"
dir="auto"><p dir="auto">Mail from <a href="mailto:attacker@evil-host.com">attacker@evil-host.com</a></p><p
dir="auto">links to <a href="http://bad-site.com">bad-site.com</a><br>at 198.51.100.23 <a
href="https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsecond-site.com%2Flogin&amp;data=05">Review document</a></p></div></div></div>
<div class="workspace" style="visibility:hidden"><div class="zd-comment">203.0.113.200</div></div>
<div class="workspace" style="display:none"><div class="zd-comment">203.0.113.201</div></div>
<div class="ck ck-editor__editable" contenteditable="true"><p>reply 203.0.113.202</p></div>`,
  ),
  expected: ['email|attacker@evil-host.com', 'domain|bad-site.com', 'ipv4|198.51.100.23'],
  linked: ['url|https://second-site.com/login'],
  written: { 'url|https://second-site.com/login': 'Review document' },
};
