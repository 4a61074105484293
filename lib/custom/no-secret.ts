/** Header and parameter names whose value is a secret by their meaning. */
const secretNames =
  /(?:^|[-_.])(?:authori[sz]ation|cookie|token|secret|passw(?:or)?d|pwd|api[-_]?key|auth[-_]?key|x-apikey|access[-_]?key|private[-_]?key|credential|session(?:id)?|signature|sig)(?:$|[-_.])/i;
/** What tokens look like: their issuers' prefixes, JSON web tokens, key blocks, and login words of HTTP. */
const secretShapes =
  /\b(?:gh[pousr]_|github_pat_|xox[abprs]-|sk-|AKIA|AIza|glpat-|eyJ[\w-]{8,}\.eyJ)|-----BEGIN|\b(?:Bearer|Basic|apikey|Token) \S{8}/;
/** A UUID, or a long run of letters and digits mixed: no word of a language. */
const random = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[A-Za-z0-9+_=]{24,}/gi;

/** Whether a name says that its value is a secret. */
export const namesSecret = (name: string): boolean => secretNames.test(name);

/** Whether a text looks as though somebody pasted a key into it. */
export const looksSecret = (text: string): boolean =>
  secretShapes.test(text) || (text.match(random) ?? []).some((run) => (run.match(/\d/g) ?? []).length >= 4);
