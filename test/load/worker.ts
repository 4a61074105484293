import { send } from '../../lib/core/send';
import { createEngine, type Deps, systemClock } from '../../lib/engine';
import { answerCalls } from './calls';
import { nothingFiled } from './nothing-filed';
import { scaled } from './scaled';

/** The background of an extension that is nothing but the engine, with the lab's sources at a hundredfold budget. */
const deps: Deps = {
  send: (request) => send((input, init) => fetch(input, init), request),
  contains: (pattern) => chrome.permissions.contains({ origins: [pattern] }),
  clock: systemClock,
  alarms: {
    create: (name, info) => chrome.alarms.create(name, info),
    clear: (name) => chrome.alarms.clear(name),
  },
  async sources() {
    const { sources = {} } = await chrome.storage.local.get('sources');
    return Object.entries(sources as Record<string, Record<string, unknown>>).map(([id, given]) => {
      const { provider, settings } = scaled(id, given);
      return { provider, settings, version: '1', maxTlp: 'red' };
    });
  },
  ...nothingFiled,
};

const engine = createEngine(deps);

answerCalls(engine);
chrome.alarms.onAlarm.addListener(({ name }) => void engine.onAlarm(name));
void engine.resume();
