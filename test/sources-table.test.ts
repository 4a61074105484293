import { expect, test } from 'vitest';
import { rows, rowsInDocument } from '../scripts/sources-table';

test('the table in docs/sources.md says what the registry says; `npm run sources` writes it anew', () => {
  expect(rowsInDocument()).toEqual(rows);
});
