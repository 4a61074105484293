import { base64 } from '../core/base64';
import { under } from '../core/base-url';
import type { HttpRequest } from '../core/http';
import type { Ioc } from '../ioc';
import type { CustomSource } from './document';
import type { Settings } from './settings';
import { filled, filledJson, filledPath } from './template';

/** An answer that is larger is no answer about one indicator. */
const maxBytes = 512 * 1024;

/** The request of a document for one indicator. */
export function requestOf({ auth, request }: CustomSource, ioc: Ioc, settings: Settings): HttpRequest {
  const { method, path, headers, json, form } = request;
  const url = under(settings.baseUrl, filledPath(path, ioc));
  const body = form === undefined ? json : undefined;
  return {
    method,
    url: auth.type === 'query' ? withParameter(url, auth.name, settings.key ?? '') : url,
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...headers,
      ...keyHeader(auth, settings),
    },
    maxBytes,
    ...(body === undefined ? {} : { body: JSON.stringify(filledJson(body, ioc)) }),
    ...(form === undefined ? {} : { body: formBody(form, ioc) }),
  };
}

/** The same with the key left out, for people. */
export const maskedRequest = (document: CustomSource, ioc: Ioc, settings: object): HttpRequest =>
  requestOf(document, ioc, { ...(settings as Settings), key: '…' });

const formBody = (form: Readonly<Record<string, string>>, ioc: Ioc): string =>
  new URLSearchParams(Object.entries(form).map(([name, text]) => [name, filled(text, ioc)])).toString();

const withParameter = (url: string, name: string, value: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

function keyHeader(auth: CustomSource['auth'], { key = '', user = '' }: Settings): Record<string, string> {
  switch (auth.type) {
    case 'bearer':
      return { Authorization: `Bearer ${key}` };
    case 'basic':
      return { Authorization: `Basic ${base64(`${user}:${key}`)}` };
    case 'header':
      return { [auth.name]: `${auth.prefix}${key}` };
    default:
      return {};
  }
}
