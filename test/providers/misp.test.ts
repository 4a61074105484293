import { expect, test } from 'vitest';
import { answerSchema, reading } from '../../lib/providers/misp/attributes';

const attributes = (...events: unknown[]) =>
  answerSchema.parse({
    response: { Attribute: events.map((event_id) => ({ value: '203.0.113.4', to_ids: true, event_id })) },
  }).response.Attribute;

const linkOf = (...events: unknown[]) => {
  const told = reading(attributes(...events), 'ipv4', (id) => `https://misp.test/events/view/${id}`);
  return told.is === 'answer' ? told.answer.link : null;
};

test('what stands in one event is opened there', () => {
  expect(linkOf('7', '7')).toBe('https://misp.test/events/view/7');
  expect(linkOf(7)).toBe('https://misp.test/events/view/7');
});

test('what stands in several, or in none that is told, is opened by a search', () => {
  expect(linkOf('7', '8')).toBeUndefined();
  expect(linkOf(undefined)).toBeUndefined();
  expect(linkOf('../../users/logout')).toBeUndefined();
});
