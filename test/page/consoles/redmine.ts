import { type Console, page } from './console';

/** Server-rendered wiki text; highlighted code is split into a span per token. */
export const redmine: Console = {
  name: 'redmine',
  html: page(
    `<div class="issue details"><div class="description"><div class="wiki"><p>See <a class="external"
href="http://evil-host.com/a">http://evil-host.com/a</a></p><p>5f2d1e8a90b74c3ca1de77f0246b83c1</p>
<pre><code class="python syntaxhl"><span class="n">host</span> <span class="o">=</span> <span class="s">"</span><span
class="s">203.0</span><span class="mf">.113</span><span class="p">.</span><span class="mi">77</span><span class="s">"</span>
</code></pre></div></div></div><div id="change-4" class="journal"><ul class="details"><li><strong>IP</strong> changed from
<i>198.51.100.23</i> to <i>198.51.100.24</i></li></ul><div class="note"><div class="wiki"><p>very<wbr>long.evil-host.com
and soft&shy;ly.evil-host.com</p></div></div></div>`,
  ),
  expected: [
    'url|http://evil-host.com/a',
    'md5|5f2d1e8a90b74c3ca1de77f0246b83c1',
    'ipv4|203.0.113.77',
    'ipv4|198.51.100.23',
    'ipv4|198.51.100.24',
    'domain|verylong.evil-host.com',
    'domain|softly.evil-host.com',
  ],
};
