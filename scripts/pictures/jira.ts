import { consolePage } from './rows';

/** An issue as colleagues write it: defanged, with a line of a log and a comment. */
export const jira = consolePage(
  '<meta name="application-name" content="JIRA"><title>[SOC-17] Beacon from 10.20.4.31 - Jira</title>',
  `body { background: light-dark(#fff, #1d2125); color: light-dark(#172b4d, #c7d1db); font-size: 14px; line-height: 22px; }
header { border-block-end: 1px solid light-dark(#dcdfe4, #38414a); } header span, .muted { color: light-dark(#44546f, #9fadbc); } main { display: grid; grid-template-columns: minmax(0, 1fr) 220px; gap: 32px; }
h1 { font-size: 20px; } h2 { font-size: 14px; margin: 16px 0 4px; } p { margin: 6px 0; } .code-block { background: light-dark(#f1f2f4, #282e33); border-radius: 3px; padding: 8px 12px; margin-block: 8px; }
aside { border: 1px solid light-dark(#dcdfe4, #38414a); border-radius: 4px; padding: 4px 14px; margin-block-start: 16px; align-self: start; } dl { margin: 0; } dt { color: light-dark(#44546f, #9fadbc); font-size: 12px; margin-block-start: 8px; } dd { margin: 0 0 8px; }`,
  `<header><b>Jira</b><span>Your work</span><span>Projects</span><span>Filters</span></header><main><div><p class="muted">Projects / SOC / SOC-17</p>
<h1 data-testid="issue.views.issue-base.foundation.summary.heading">Beacon from 10.20.4.31</h1>
<h2>Description</h2><div class="ak-renderer-document"><p>Beacon every 60 s to 203[.]0[.]113[.]77 (hxxps://cdn-sync[.]badhost[.]example/u/load.bin).</p>
<p>The lure came from invoice-portal[.]example on 198[.]51[.]100[.]61.</p>
<div class="code-block"><code>dst=<span class="hl">203.0.113.77</span> md5=b0c1f3f7a3d64c1f9b7e2a5580d1c9e4</code></div></div>
<h2>Activity</h2><p><b>m.okafor</b> <span class="muted">20 Nov 2026, 14:20</span></p><p>update.vendor.example is ours; 192.0.2.145 and CVE-2021-44228 are still open.</p></div>
<aside><dl><dt>Status</dt><dd>In progress</dd><dt>Priority</dt><dd>High</dd><dt>Assignee</dt><dd>m.okafor</dd></dl></aside></main>`,
);
