import { originPattern } from '../../core/origin-pattern';

/** `siem.corp.example` and `https://siem.corp.example/app` both name the origin; null for anything else. */
export function originTyped(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`);
  return url === null || text === '' || originPattern(url.href) === null ? null : url.origin;
}
