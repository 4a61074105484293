import { expect, it } from 'vitest';
import { fail, ok, type Result } from '../../lib/core/failure';
import type { Front } from '../../lib/page/front';
import type { Hit } from '../../lib/page/hit';
import { Entry } from '../../lib/page/indicators';
import { Opening } from '../../lib/page/opening';

/** A page whose front comes when it is told to. */
function setting() {
  const told: string[] = [];
  const card = {
    entry: null as Entry | null,
    open(entry: Entry) {
      card.entry = entry;
      told.push(`open ${entry.value}`);
    },
    enrich: () => told.push('enrich'),
    close: () => void (card.entry = null),
  };
  const front = { card } as unknown as Front;
  const script = { front: null as Front | null, need: () => coming };
  let come: (brought: Result<Front>) => void = () => undefined;
  const coming = new Promise<Result<Front>>((resolve) => {
    come = resolve;
  });
  const opening = new Opening(script as never, { root: null } as never, () => void told.push('closed'));
  return {
    told,
    opening,
    async come(brought: Result<Front> = ok(front)) {
      if (brought.ok) script.front = front;
      come(brought);
      await coming;
    },
  };
}

function hit(value: string): Hit {
  const entry = new Entry('ipv4', value);
  const one = { entry, range: {} } as Hit;
  entry.hits = new Set([one]);
  return one;
}

it('a card is opened once it is there, and what was asked of it is done then', async () => {
  const { opening, told, come } = setting();
  opening.open(hit('192.0.2.1'), false);
  opening.enrich();
  expect(opening.entry?.value).toBe('192.0.2.1');
  expect(told).toEqual([]);
  await come();
  expect(told).toEqual(['open 192.0.2.1', 'enrich']);
  opening.open(hit('192.0.2.2'), false);
  expect(told.at(-1)).toBe('open 192.0.2.2');
});

it('one that was closed before does not open, and only the last one does', async () => {
  const { opening, told, come } = setting();
  opening.open(hit('192.0.2.1'), false);
  opening.close();
  expect(opening.entry).toBeNull();
  opening.open(hit('192.0.2.2'), false);
  opening.open(hit('192.0.2.3'), false);
  await come();
  expect(told).toEqual(['closed', 'open 192.0.2.3']);
});

it('an indicator that left the page meanwhile gets none', async () => {
  const { opening, told, come } = setting();
  const gone = hit('192.0.2.1');
  opening.open(gone, false);
  gone.entry.hits = null;
  await come();
  expect(told).toEqual(['closed']);
  expect(opening.entry).toBeNull();
});

it('where none can be brought, nothing stays half open', async () => {
  const { opening, told, come } = setting();
  opening.open(hit('192.0.2.1'), false);
  await come(fail('rejected', 'No.'));
  expect(told).toEqual(['closed']);
  expect(opening.entry).toBeNull();
});
