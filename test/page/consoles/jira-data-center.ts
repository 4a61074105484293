import { type Console, page } from './console';

/** Rendered wiki markup: code split by a highlighter into a span per token, links made of addresses, a summary above. */
export const jiraDataCenter: Console = {
  name: 'jira-data-center',
  html: page(
    `<h1 id="summary-val">Phishing from evil-host.com</h1><div id="description-val"><div class="user-content-block"><p>Lure at
<a href="http://203.0.113.77/login" class="external-link" rel="nofollow noopener">http://203.0.113.77/login</a></p>
<div class="code panel"><div class="codeContent"><pre class="code-java"><span class="code-object">String</span> host =
<span class="code-quote">"cdn.</span><span class="code-quote">evil-host.com"</span>; <span class="code-comment">// 198.51.</span><span
class="code-comment">100.23</span></pre></div></div></div></div>
<div class="activity-comment"><div class="action-body flooded"><p>md5 5f2d1e8a90b74c3ca1de77f0246b83c1<br>dst=192.0.2.145</p></div></div>
<iframe title="Rich text" srcdoc="&lt;body contenteditable='true'&gt;&lt;p&gt;draft 203.0.113.200&lt;/p&gt;&lt;/body&gt;" height="40"></iframe>`,
  ),
  expected: [
    'domain|evil-host.com',
    'url|http://203.0.113.77/login',
    'domain|cdn.evil-host.com',
    'ipv4|198.51.100.23',
    'md5|5f2d1e8a90b74c3ca1de77f0246b83c1',
    'ipv4|192.0.2.145',
  ],
};
