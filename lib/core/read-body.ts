import { fail, ok, type Result } from './failure';
import type { HttpAnswer } from './http';

/**
 * Reads a response as it streams, so that an endless body costs no more than `maxBytes`. A body that ends before its
 * announced length is `bad-answer`. Rejects only when `signal` ended the request.
 */
export async function readBody(
  response: Response,
  host: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Result<HttpAnswer>> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > maxBytes) {
        await reader?.cancel();
        return fail('too-large', `${host} sent more than ${sized(maxBytes)}. Nothing of it was read.`, {
          status: response.status,
        });
      }
      parts.push(part.value);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return fail('bad-answer', `The answer of ${host} was cut off. Try again.`, { status: response.status });
  }
  return ok(answerOf(response, host, joined(parts, size)));
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

function answerOf({ status, headers }: Response, host: string, bytes: Uint8Array): HttpAnswer {
  const text = new TextDecoder().decode(bytes);
  return {
    status,
    headers,
    text,
    bytes,
    json() {
      try {
        return ok(JSON.parse(text) as unknown);
      } catch {
        return fail('bad-answer', notJson(host, text), { status });
      }
    },
  };
}

function notJson(host: string, text: string): string {
  if (text.trim() === '') return `${host} sent an empty answer. Try again later.`;
  return /^\s*</.test(text)
    ? `${host} sent a web page instead of data: a login, a proxy or an error page. Check the address and the key.`
    : `${host} sent something that is not JSON. Check the address, then try again.`;
}

const sized = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MiB` : `${Math.round(bytes / 1024)} KiB`;
