import {
  customProvider,
  explain,
  type CustomSource,
  maskedRequest,
  parseCustomSource,
} from '../../lib/custom';
import { fail, ok, type Result } from '../../lib/core/failure';
import type { HttpAnswer } from '../../lib/core/http';
import type { AskedProvider } from '../../lib/core/plugin';
import type { Engine } from '../../lib/engine';
import type { Ioc } from '../../lib/ioc';
import type { CustomTrial } from '../../lib/messages';
import { configuration } from './configuration';
import { asked } from './engine-deps';
import { uniqueIocs } from './menus';
import { inUse } from './plugins';

/** Characters of an answer that are shown. */
const shown = 20_000;

/**
 * Asks the server of a description about an indicator, with every check and within the budget, and shows how the
 * description reads the answer. The description need not be saved; its key and its grant are those of the saved one.
 */
export async function tryCustom(engine: Engine, text: string, value: string): Promise<Result<CustomTrial>> {
  const parsed = parseCustomSource(text);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const sample = uniqueIocs(value).find(({ kind }) => document.kinds.includes(kind));
  if (sample === undefined) {
    return fail(
      'rejected',
      `Nothing to ask about. Type an IOC of a kind it knows: ${document.kinds.join(', ')}.`,
    );
  }
  return ok(await tryWith(engine, { ...document, sample }, sample));
}

async function tryWith(engine: Engine, document: CustomSource, ioc: Ioc): Promise<CustomTrial> {
  const started = Date.now();
  let answer: HttpAnswer | undefined;
  const provider = customProvider(document);
  const watched: AskedProvider = {
    ...provider,
    read(came, about, context) {
      answer = came;
      return provider.read(came, about, context);
    },
  };
  const { sources } = await configuration();
  const source = await inUse(watched, sources[provider.id] ?? {}, true);
  const trial = await engine.trySource(asked(source));
  const body = answer?.json();
  return {
    ...trial,
    milliseconds: Date.now() - started,
    request: maskedRequest(document, ioc, source.settings),
    status: answer?.status ?? null,
    body: answer === undefined ? '' : pretty(answer, body).slice(0, shown),
    yields: body?.ok === true ? explain(document, body.value) : [],
  };
}

const pretty = (answer: HttpAnswer, body: Result<unknown> | undefined): string =>
  body?.ok === true ? JSON.stringify(body.value, null, 2) : answer.text;
