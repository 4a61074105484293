/**
 * `value` written so that no program turns it into a link: `hxxp`, `[.]`, `[:]`, `[@]`. Hashes, CVE ids and AS
 * numbers stay as they are. `refang` gives the value back.
 */
export const defang = (value: string): string => {
  const scheme = /^([a-z]+):\/\//i.exec(value);
  if (scheme !== null) {
    const [whole, name = ''] = scheme;
    const end = value.slice(whole.length).search(/[/?#]/);
    const authority = end < 0 ? value.slice(whole.length) : value.slice(whole.length, whole.length + end);
    const hidden = name.replace(/^http/i, 'hxxp').replace(/^ftp/i, 'fxp');
    return `${hidden}://${authority.replaceAll('.', '[.]')}${value.slice(whole.length + authority.length)}`;
  }
  if (/^(?:CVE-|AS\d|[\da-f]{32,128}$)/i.test(value)) return value;
  const at = value.lastIndexOf('@');
  if (at >= 0) return `${value.slice(0, at)}[@]${value.slice(at + 1).replaceAll('.', '[.]')}`;
  return value.replaceAll('.', '[.]').replaceAll(':', '[:]');
};
