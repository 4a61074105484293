import { z } from 'zod';
import type { Draft, TicketState } from '../../lib/core/draft';
import { fail, ok } from '../../lib/core/failure';
import { defineTracker, type Tracker } from '../../lib/core/plugin';
import type { TestClock } from './clock';

/** A ticket system that keeps what it is given, and can lose answers, lag and close tickets. */
export class TestTracker {
  tickets: {
    id: string;
    externalId: string;
    open: boolean;
    body: string;
    visibleAt: number;
    comments: string[];
  }[] = [];
  /** What the next creates do instead of answering, after they made (or did not make) the ticket. */
  createFaults: {
    make: boolean;
    how: 'hang' | 'timeout' | 'server' | 'refused' | 'bad-answer' | 'limited';
  }[] = [];
  findFaults: ('offline' | 'refused')[] = [];
  creates = 0;
  searches = 0;
  keepsId = true;
  constructor(
    readonly clock: TestClock,
    readonly lag = 3000,
  ) {}

  state(id: string): TicketState | undefined {
    const ticket = this.tickets.find((ticket) => ticket.id === id);
    if (ticket === undefined) return undefined;
    const ref = { key: `#${id}`, id, url: `https://tracker.example/${id}` };
    return {
      ref,
      title: 't',
      status: ticket.open ? 'new' : 'resolved',
      open: ticket.open,
      carriesId: this.keepsId,
    };
  }

  async create(draft: Draft) {
    this.creates += 1;
    const fault = this.createFaults.shift();
    const id = String(this.tickets.length + 1);
    if (fault?.make !== false) {
      const visibleAt = this.clock.now() + this.lag;
      this.tickets.push({
        id,
        externalId: draft.externalId,
        open: true,
        body: draft.body,
        visibleAt,
        comments: [],
      });
    }
    if (fault?.how === 'hang') return new Promise<never>(() => {});
    if (fault) return fail(fault.how, `Fault: ${fault.how}.`);
    return ok({ key: `#${id}`, id, url: `https://tracker.example/${id}` });
  }

  plugin(): Tracker {
    return defineTracker({
      id: 'desk',
      name: 'Desk',
      homepage: 'https://tracker.example/',
      settings: z.object({}),
      origins: () => ['https://tracker.example/*'],
      missing: () => null,
      searchLag: this.lag,
      test: async () => ok({ summary: 'ok', warnings: [] }),
      find: async (id) => {
        this.searches += 1;
        const fault = this.findFaults.shift();
        if (fault) return fail(fault, `Fault: ${fault}.`);
        const hits = this.tickets.filter((t) => t.externalId === id && t.visibleAt <= this.clock.now());
        return ok(hits.flatMap((t) => this.state(t.id) ?? []).toReversed());
      },
      create: (draft) => this.create(draft),
      read: async (ref) => {
        const state = this.state(ref.id);
        return state ? ok(state) : fail('missing', 'No such ticket.');
      },
      comment: async (ref, words) => {
        this.tickets.find((t) => t.id === ref.id)?.comments.push(words);
        return ok(null);
      },
    });
  }
}
