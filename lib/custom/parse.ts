import { fail, ok, type Result } from '../core/failure';
import { type CustomSource, customSourceSchema } from './document';

/** A description somebody wrote or shared, checked; or what is wrong with it and where. */
export function parseCustomSource(text: string): Result<CustomSource> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return fail(
      'rejected',
      `This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
    );
  }
  const parsed = customSourceSchema.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  const wrong = parsed.error.issues.slice(0, 4).map(({ path, message }) => {
    const where = path.join('.');
    return where === '' ? message : `${where}: ${message}`;
  });
  return fail('rejected', wrong.join('\n'));
}
