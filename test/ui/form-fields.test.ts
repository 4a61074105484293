import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf, linesOf, shownValue, typedValue } from '../../lib/ui/options/form-fields';

const schema = z.object({
  edition: z.enum(['cloud', 'data-center']).default('cloud').meta({ title: 'Edition' }),
  baseUrl: z
    .union([z.literal(''), z.string()])
    .default('')
    .meta({ title: 'Address', description: 'Of your server.' }),
  token: z.string().default('').meta({ title: 'Token', secret: true }),
  plainHttp: z.boolean().default(false),
  perMinute: z.int().min(1).default(4),
  perHour: z.int().min(1).max(1000).default(10),
  labels: z.array(z.string()).default([]),
});

const fields = fieldsOf(z.toJSONSchema(schema, { io: 'input' }));
const field = (name: string) => {
  const found = fields.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

test('every setting of a schema becomes a field of its type, in the order of the schema', () => {
  expect(fields.map(({ name, type }) => [name, type])).toEqual([
    ['edition', 'choice'],
    ['baseUrl', 'text'],
    ['token', 'secret'],
    ['plainHttp', 'switch'],
    ['perMinute', 'number'],
    ['perHour', 'number'],
    ['labels', 'lines'],
  ]);
});

test('titles come from the schema, else from the name', () => {
  expect(field('baseUrl')).toMatchObject({ title: 'Address', description: 'Of your server.' });
  expect(field('perMinute').title).toBe('Per minute');
});

test('limits a person can meet are kept; the end of the number line is none', () => {
  expect([field('perHour').least, field('perHour').most]).toEqual([1, 1000]);
  expect([field('perMinute').least, field('perMinute').most]).toEqual([1, undefined]);
});

test('a field shows the setting, else what holds without one', () => {
  expect(shownValue(field('perHour'), { perHour: 3 })).toBe('3');
  expect(shownValue(field('perHour'), {})).toBe('10');
  expect(shownValue(field('labels'), { labels: ['a', 'b'] })).toBe('a\nb');
  expect(shownValue(field('plainHttp'), {})).toBe('false');
});

test('what was typed is saved as the type of its field, and what is no number is not saved', () => {
  expect(typedValue(field('perHour'), ' 12 ')).toBe(12);
  expect(typedValue(field('perHour'), '')).toBe(null);
  expect(typedValue(field('perHour'), 'ten')).toBe(null);
  expect(typedValue(field('baseUrl'), ' https://jira.example ')).toBe('https://jira.example');
  expect(typedValue(field('labels'), 'a, b\n\n c ')).toEqual(['a', 'b', 'c']);
  expect(linesOf('')).toEqual([]);
});

test('what is no schema of an object has no fields', () => {
  for (const nonsense of [null, 'x', [], {}, { properties: 3 }, { properties: { a: 1 } }])
    expect(fieldsOf(nonsense)).toEqual([]);
});

test('a setting of a shape that no field can draw is left out, not drawn wrongly', () => {
  const odd = z.object({ nested: z.object({ a: z.string() }), name: z.string() });
  expect(fieldsOf(z.toJSONSchema(odd)).map(({ name }) => name)).toEqual(['name']);
});
