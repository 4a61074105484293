import { ok } from '../lib/core/failure';
import { createEngine, systemClock } from '../lib/engine';
import { answerCalls } from '../test/load/calls';
import { nothingFiled } from '../test/load/nothing-filed';
import { given, source } from './cached-source';

/** The engine with six sources that answer at once, without budgets: what is measured is ours alone. */
const sources = Array.from({ length: 6 }, (_, nth) => ({
  provider: source(`source-${nth}`),
  settings: {},
  version: '1',
  maxTlp: 'red' as const,
}));

const engine = createEngine({
  send: async () => ok(given),
  contains: async () => true,
  clock: systemClock,
  alarms: { create: () => undefined, clear: async () => true },
  sources: async () => sources,
  ...nothingFiled,
});

answerCalls(engine);
void engine.resume();
