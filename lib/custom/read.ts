import { clip } from '../core/clip';
import { evidenceTime } from '../core/evidence-time';
import { factsOf, tagsOf } from '../core/facts';
import { fail, ok, type Result } from '../core/failure';
import type { HttpAnswer } from '../core/http';
import type { Reading } from '../core/plugin';
import { answered, failed, none } from '../core/reading';
import { elsewhere, refusal } from '../core/refusal';
import { type Level, levels } from '../core/verdict';
import type { Ioc } from '../ioc';
import type { CustomSource } from './document';
import { evaluate } from './expression';

/** Reads the answer of a described source as its document says. Never throws. */
export function readAnswer(document: CustomSource, answer: HttpAnswer, ioc: Ioc, now: number): Reading {
  const { name, auth, answer: how } = document;
  const nothing = none(`${name} has no record of it.`);
  if (how.noRecordStatus.includes(answer.status)) {
    return /^\s*</.test(answer.text) ? failed(elsewhere(answer, name)) : nothing;
  }
  const refused = refusal(answer, name, now, { keyless: auth.type === 'none', no404: true });
  if (refused) return failed(refused);
  const body = answer.json();
  if (!body.ok) return failed(body.failure);
  const read = (field: string, expression: string | undefined): unknown => {
    if (expression === undefined) return null;
    const found = evaluate(expression, body.value);
    if (!found.ok) throw new Unreadable(`${field}: ${found.failure.message}`);
    return found.value;
  };
  try {
    if (read('valid', how.valid) !== true) throw new Unreadable('valid: it is not true for this answer.');
    if (read('noRecord', how.noRecord) === true) return nothing;
    const level = levelOf(read('level', how.level));
    const summary = textOf(read('summary', how.summary));
    const link = linkOf(read('link', how.link));
    if (!level.ok) return failed(level.failure);
    if (summary === '') throw new Unreadable('summary: it yields nothing for this answer.');
    const facts = Object.entries(how.facts).map(([label, one]) => [label, textOf(read(label, one))] as const);
    return answered({
      level: level.value,
      summary,
      facts: factsOf(Object.fromEntries(facts)),
      tags: tagsOf(textsOf(read('tags', how.tags))),
      ...evidenceTime(ioc.kind, dateOf(read('asOf', how.asOf))),
      ...(link === null ? {} : { link }),
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return failed({
      code: 'bad-answer',
      status: answer.status,
      message: `The answer of ${name} does not fit its description. ${error.message}`,
    });
  }
}

/** Ends the reading of one answer; never leaves this file. */
class Unreadable extends Error {}

function levelOf(told: unknown): Result<Level | null> {
  if (told === null) return ok(null);
  const level = levels.find((each) => each === told);
  if (level !== undefined) return ok(level);
  const words = levels.join(', ');
  return fail(
    'bad-answer',
    `level: it yields “${clip(textOf(told), 40)}”, which is none of ${words} or null.`,
  );
}

/** A value as one line: lists are joined, what is no text is told as JSON. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return clip(value);
  if (Array.isArray(value)) return clip(value.map(textOf).filter(Boolean).join(', '));
  return clip(typeof value === 'boolean' ? (value ? 'yes' : 'no') : JSON.stringify(value));
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter(Boolean);

const dateOf = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

const linkOf = (value: unknown): string | null =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value) ? value : null;
