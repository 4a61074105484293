import type { World } from '../../test/lab/world';

/** Puts a ticket into the lab's tracker that holds IOCs as people write them. Returns where it is shown. */
export function ticketToEnrich({ requestTracker }: World): string {
  const { id } = requestTracker.receive(
    'Phishing reported by accounting',
    `<p>User opened an invoice from billing[@]invoice-portal[.]example.</p>
<p>The link led to <span class="clickylink"><a href="https://cdn-sync.badhost.example/u/load.bin">https://cdn-sync.badhost.example/u/load.bin</a></span>,
which called 203[.]0[.]113[.]77 and <b>198.51</b>.<b>100.61</b>.</p><p>MD5 b0c1f3f7a3d64c1f9b7e2a5580d1c9e4</p>`,
  );
  return `${requestTracker.url}/Ticket/Display.html?id=${id}`;
}
