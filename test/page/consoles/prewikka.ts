import { type Console, page } from './console';

/** A jqGrid whose search hits split values into three spans; summary tables with label and value apart by CSS. */
export const prewikka: Console = {
  name: 'prewikka',
  html: page(
    `<table class="ui-jqgrid-btable"><tbody><tr class="jqgrow"><td role="gridcell"><span class="selectable"
data-field="message"><span>198.51.</span><span class="hl">100</span><span>.23</span></span></td><td
role="gridcell"><span class="selectable"><span>evil-</span><span class="hl">host.com</span></span></td></tr></tbody></table>
<div class="pair"><b>source</b><i>203.0.113.77</i></div><div class="pair"><b>target</b><i class="c">203.0.113.78</i></div>
<p><i class="fa fa-search-plus add_search" data-field="x" data-value="203.0.113.200"></i>192.0.2.145</p>`,
    '.pair i{margin-inline-start:12px;font-style:normal} .pair i.c{margin:0} .pair i.c::before{content:": "}',
  ),
  expected: [
    'ipv4|198.51.100.23',
    'domain|evil-host.com',
    'ipv4|203.0.113.77',
    'ipv4|203.0.113.78',
    'ipv4|192.0.2.145',
  ],
};
