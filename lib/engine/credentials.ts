/** Names of query parameters that carry what opens a door. */
const secretName =
  /^(x-amz-(signature|credential|security-token)|x-goog-(signature|credential)|sig|signature|token|.*[_-]token|.*token|jwt|auth|authorization|api[_-]?key|key|.*[_-]key|apikey|secret|.*secret|pass|passwd|password|pwd|session|session_?id|sid|phpsessid|jsessionid|otp|credential|saml(request|response)|samlart|wresult)$/i;

/** A JSON Web Token (RFC 7519): header and payload start with `{"`. */
const webToken = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\./;

/** A ticket of a login by CAS (its protocol, 3.7): service, proxy and proxy-granting tickets. */
const loginTicket = /^(ST|PT|PGT|PGTIOU)-./;

/** Redirectors carry addresses in addresses; deeper than this nobody nests them. */
const depth = 3;

/** What in a URL looks like a credential, in words for people that do not repeat it; null when nothing does. */
export function credentialIn(value: string, level = 0): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return 'a user name or password';
  const parameters = [...url.searchParams, ...new URLSearchParams(url.hash.replace(/^#[/!?]*/, ''))];
  const named = parameters.find(([name, value]) => value !== '' && secretName.test(name));
  if (named !== undefined) return `a credential (${named[0].slice(0, 30)})`;
  if (webToken.test(value)) return 'a login token';
  if (url.searchParams.has('state') && (url.searchParams.get('code') ?? '') !== '')
    return 'the code of a login (OAuth)';
  if (loginTicket.test(url.searchParams.get('ticket') ?? '')) return 'the ticket of a login';
  const inside = parameters
    .filter(([, value]) => level < depth && /^https?:/i.test(value))
    .map(([, value]) => credentialIn(value, level + 1))
    .find((found) => found !== null);
  if (inside !== undefined) return inside;
  return /;jsessionid=/i.test(url.pathname) ? 'a session' : null;
}
