import { render } from 'preact';
import type { Report } from '../../lib/core/enrichment';
import type { Ioc } from '../../lib/ioc';
import { overlayCss } from '../../lib/page/overlay-style';
import { Steady } from '../../lib/page/steady';
import { levels } from '../../lib/core/verdict';
import { Card } from '../../lib/ui/card';
import { cardCss } from '../../lib/ui/card-style';
import { Mark } from '../../lib/ui/marks';

/** What a card is to show. */
export interface Shown {
  readonly report: Report | null;
  readonly ioc: Ioc;
  readonly running: boolean;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
}

declare global {
  /** Draws the card and a badge of each level the way the page script does, in a root that tools can enter. */
  var show: ((shown: Shown) => void) | undefined;
  /** What was pressed in the card. */
  var pressed: string[] | undefined;
}

const root = document.createElement('aside').attachShadow({ mode: 'open' });
document.documentElement.append(root.host);
const sheet = new CSSStyleSheet();
sheet.replaceSync(cardCss + overlayCss);
root.adoptedStyleSheets = [sheet];
const [layer, badges] = [document.createElement('div'), document.createElement('div')];
layer.className = 'layer';
layer.setAttribute('popover', 'manual');
badges.className = 'sl-root badges';
badges.setAttribute('aria-hidden', 'true');
root.replaceChildren(layer, badges);
const steady = new Steady();
steady.guard(layer);
const pressed: string[] = (globalThis.pressed = []);
const press = (name: string) => (): void => void pressed.push(name);

globalThis.show = (shown) => {
  layer.showPopover();
  steady.during(layer, () => draw(shown));
};

function draw({ report, ioc, running, providers }: Shown): void {
  render(
    <Card
      report={report}
      ioc={ioc}
      row={{ field: 'destination.ip' }}
      providers={providers}
      running={running}
      now={Date.now()}
      onEnrich={press('enrich')}
      onAsk={press('ask')}
      onReport={press('report')}
      onFile={press('file')}
      onCopy={() => Promise.resolve(true)}
      onHide={press('hide')}
      onClose={press('close')}
    />,
    layer,
  );
  render(
    levels.map((level) => <Mark key={level} of={level} size="small" quiet />),
    badges,
  );
}
