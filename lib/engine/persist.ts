import type { Context } from './context';

/** Milliseconds before the database is tried again after it could not be written. */
export const recovery = 5000;

/** Writes what must not be lost: tries again until the database takes it. Only database errors are waited out. */
export async function persist<T>(ctx: Context, write: () => Promise<T>): Promise<T> {
  while (true) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      ctx.trouble.report(error);
      await new Promise<void>((resolve) => void ctx.deps.clock.after(recovery, resolve));
    }
  }
}
