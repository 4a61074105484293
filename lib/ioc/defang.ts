/**
 * `value` written so that no program turns it into a link: `hxxp`, `[.]`, `[:]`, `[@]`. Hashes, CVE ids and AS
 * numbers stay as they are. `refang` gives the value back.
 */
export const defang = (value: string): string => {
  const authority = /^[a-z]+:\/\/[^/?#]*/i;
  if (!authority.test(value)) return value.replaceAll(/[.:@](?!.*@)/g, '[$&]');
  return value.replace(authority, (head) =>
    head.replace(/^http/i, 'hxxp').replace(/^ftp/i, 'fxp').replaceAll('.', '[.]'),
  );
};
