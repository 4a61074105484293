import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, type Opinion } from '../../lib/core/combine';
import type { Outcome } from '../../lib/core/outcome';
import { type Level, levels } from '../../lib/core/verdict';
import { defaultVerdictPolicy } from '../../lib/core/verdict-policy';

const says = (provider: string, weight: number, level: Level | null, summary = 'words'): Opinion => ({
  provider,
  name: provider.toUpperCase(),
  weight,
  outcome: { state: 'answered', answer: { level, summary }, at: 0, origin: 'asked' },
});

const silent = (provider: string, state: 'no-record' | 'failed' | 'withheld' | 'quota'): Opinion => {
  const failure = { code: 'server', message: 'down' } as const;
  const outcome: Outcome =
    state === 'failed' || state === 'quota'
      ? { state, failure, at: 0 }
      : state === 'withheld'
        ? { state, message: 'private', at: 0 }
        : { state, message: 'none', at: 0, origin: 'asked' };
  return { provider, name: provider.toUpperCase(), weight: 1, outcome };
};

describe('many answers in one verdict', () => {
  it('are malicious when one strong source says so', () => {
    expect(combine([says('a', 0.8, 'malicious'), says('b', 1, 'benign')]).level).toBe('malicious');
  });
  it('are malicious when two fair sources say so, suspicious when only one does', () => {
    expect(combine([says('a', 0.5, 'malicious'), says('b', 0.6, 'malicious')]).level).toBe('malicious');
    const one = combine([says('a', 0.5, 'malicious'), says('b', 0.4, 'malicious')]);
    expect(one.level).toBe('suspicious');
    expect(one.summary).toContain('Not enough to call it malicious');
  });
  it('are benign only where one says so and nobody says worse', () => {
    expect(combine([says('a', 0.6, 'benign'), says('b', 0.8, 'unknown')]).level).toBe('benign');
    expect(combine([says('a', 0.6, 'benign'), says('b', 0.1, 'suspicious')]).level).toBe('suspicious');
    expect(combine([says('a', 0.6, 'unknown'), silent('b', 'no-record')]).level).toBe('unknown');
  });
  it('are no verdict when there are only facts, failures and no record', () => {
    const none = combine([says('a', 0, null), silent('b', 'failed'), silent('c', 'no-record')]);
    expect(none.level).toBeNull();
    expect(none.summary).toBe('0 of 3 gave a verdict: 1 with facts only, 1 without a record, 1 failed.');
  });
  it('say who dissents', () => {
    const verdict = combine([says('a', 1, 'malicious', '17 of 94 engines'), says('b', 0.6, 'benign')]);
    expect(verdict.dissent).toBe('B says benign');
    expect(verdict.summary).toBe('A: 17 of 94 engines.');
  });
  it('are told in a sentence that names the three weightiest of many, and keep every reason', () => {
    const many = Array.from({ length: 20 }, (_, at) => says(`s${at}`, 1 - at / 100, 'malicious', 'Bad'));
    const verdict = combine(many);
    expect(verdict.summary).toBe('S0: Bad; S1: Bad; S2: Bad; and 17 more.');
    expect(verdict.reasons).toHaveLength(20);
  });
  it('ignore a judgement of weight 0 but show it', () => {
    const verdict = combine([says('a', 0, 'malicious'), says('b', 0.8, 'unknown')]);
    expect(verdict.level).toBe('unknown');
    expect(verdict.reasons).toHaveLength(2);
  });
});

const day = 86_400_000;

/** An answer with something more than its level. */
const also = (opinion: Opinion, more: object): Opinion => ({
  ...opinion,
  outcome: {
    ...opinion.outcome,
    answer: { ...(opinion.outcome.state === 'answered' ? opinion.outcome.answer : {}), ...more },
  } as Outcome,
});

describe('the policy', () => {
  const weak = [says('a', 0.4, 'malicious'), says('b', 0.4, 'malicious')];
  it('convicts by any source, or by as many as are asked for', () => {
    const rule = (rule: 'any' | 'quorum', quorum = 2) => ({ ...defaultVerdictPolicy, rule, quorum });
    expect(combine(weak.slice(1), rule('any')).level).toBe('malicious');
    expect(combine(weak, rule('quorum')).level).toBe('malicious');
    expect(combine(weak, rule('quorum', 3)).level).toBe('suspicious');
    expect(combine([says('own', 1, 'malicious')], rule('quorum', 3)).level).toBe('malicious');
    expect(combine([says('facts', 0, 'malicious')], rule('any')).level).toBeNull();
  });
  it('believes a source as far as the team does', () => {
    const weights = { a: 0.9, b: 0 };
    const verdict = combine(weak, { ...defaultVerdictPolicy, weights });
    expect([verdict.level, verdict.reasons.map(({ weight }) => weight)]).toEqual(['malicious', [0.9, 0]]);
  });
});

describe('old evidence', () => {
  const now = Date.UTC(2026, 10, 24);
  const seen = (days: number, weight = 0.8) => [
    also(says('a', weight, 'malicious', 'in a botnet'), { asOf: now - days * day }),
  ];
  it('counts half, and says how old it is', () => {
    expect(combine(seen(179), defaultVerdictPolicy, now).level).toBe('malicious');
    const old = combine(seen(400), defaultVerdictPolicy, now);
    expect([old.level, old.reasons[0]?.weight]).toEqual(['suspicious', 0.4]);
    expect(old.summary).toBe('A: in a botnet, but not since 2025-10-20. Not enough to call it malicious.');
  });
  it('of the team itself stays as strong as it was', () => {
    expect(combine(seen(400, 1), defaultVerdictPolicy, now).level).toBe('malicious');
  });
});

describe('a thing that is known to be good', () => {
  const popular = also(says('lists', 0.5, 'benign', 'In popular domains'), { allows: 'it is popular' });
  it('is benign although an engine finds it odd, and the engine is named', () => {
    const verdict = combine([says('vt', 0.8, 'suspicious', '1 of 93 engines'), popular]);
    expect(verdict.level).toBe('benign');
    expect(verdict.summary).toBe('LISTS: In popular domains.');
    expect(verdict.dissent).toBe('VT says suspicious');
  });
  it('is malicious all the same when a strong source says so, and the doubt is shown', () => {
    const verdict = combine([says('vt', 0.8, 'malicious', '17 of 93 engines'), popular]);
    expect([verdict.level, verdict.dissent]).toEqual(['malicious', 'LISTS says it is popular']);
  });
  it('stays suspicious where a weak source says malicious, or the team itself finds it odd', () => {
    expect(combine([says('x', 0.4, 'malicious'), popular]).level).toBe('suspicious');
    expect(combine([says('own', 1, 'suspicious'), popular]).level).toBe('suspicious');
  });
  it('says how many were not heard where one more voice could make it worse', () => {
    const clean = says('a', 0.8, 'benign');
    const gone = [silent('b', 'failed'), silent('c', 'quota'), silent('d', 'no-record')];
    expect(combine([clean, ...gone]).summary).toMatch(/ 2 of 4 sources failed and may say worse\.$/);
    expect(combine([clean, silent('d', 'withheld')]).summary).not.toContain('failed');
    expect(combine([says('a', 1, 'malicious'), ...gone]).summary).not.toContain('failed');
  });
});

const opinion = fc
  .record({
    weight: fc.constantFrom(0, 0.3, 0.4, 0.5, 0.7, 0.8, 1),
    level: fc.constantFrom(...levels, null),
    silent: fc.constantFrom(
      null,
      null,
      'no-record' as const,
      'failed' as const,
      'withheld' as const,
      'quota' as const,
    ),
  })
  .map(
    ({ weight, level, silent: state }) =>
      (id: string) =>
        state === null ? says(id, weight, level) : silent(id, state),
  );
const opinions = fc.array(opinion, { maxLength: 9 }).map((all) => all.map((one, at) => one(`p${at}`)));
const rank = (level: Level | null) => (level === null ? -1 : levels.indexOf(level));

describe('for any answers', () => {
  it('the order does not matter', () => {
    fc.assert(
      fc.property(opinions, fc.infiniteStream(fc.nat()), (all, keys) => {
        const keyed = all.map((one) => ({ one, key: Number(keys.next().value) }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
        expect(combine(shuffled).level).toBe(combine(all).level);
        expect(combine(shuffled).reasons).toEqual(combine(all).reasons);
      }),
    );
  });
  it('one more malicious answer never makes it better', () => {
    fc.assert(
      fc.property(opinions, fc.constantFrom(0.3, 0.5, 0.8, 1), (all, weight) => {
        const more = combine([...all, says('more', weight, 'malicious')]);
        expect(rank(more.level)).toBeGreaterThanOrEqual(
          Math.max(rank(combine(all).level), rank('suspicious')),
        );
      }),
    );
  });
  it('failures, no record and withheld change nothing, and never make a level', () => {
    fc.assert(
      fc.property(opinions, fc.constantFrom('no-record', 'failed', 'withheld', 'quota'), (all, state) => {
        expect(combine([...all, silent('more', state)]).level).toBe(combine(all).level);
      }),
    );
  });
  it('benign needs an explicit allow and nothing worse', () => {
    fc.assert(
      fc.property(opinions, (all) => {
        const { level, reasons } = combine(all);
        const votes = new Set(reasons.filter(({ weight }) => weight > 0).map(({ level }) => level));
        const worse = votes.has('malicious') || votes.has('suspicious');
        expect(level === 'benign').toBe(votes.has('benign') && !worse);
      }),
    );
  });
});
