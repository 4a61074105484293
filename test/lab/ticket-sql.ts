/** A ticket as a search sees it: field name (or `CF.{Name}`) to its values. */
type Fields = (name: string) => readonly string[];

export type Condition = (fields: Fields) => boolean;

/**
 * The part of Request Tracker's TicketSQL that clients of its REST API use: comparisons joined by AND and OR, with
 * parentheses. A field that RT does not know matches nothing, as recorded from RT 5.0.3.
 * @throws SyntaxError with RT's way of saying so.
 */
export function ticketSql(query: string): Condition {
  const tokens = tokenise(query);
  let next = 0;
  const peek = () => tokens[next];
  const take = (): string => {
    const token = tokens[next];
    if (token === undefined) throw new SyntaxError(`Incomplete query in '${query}'`);
    next += 1;
    return token;
  };

  function term(): Condition {
    if (peek() === '(') {
      take();
      const inside = alternatives();
      if (take() !== ')') throw new SyntaxError(`Incomplete query, PAREN expected in '${query}'`);
      return inside;
    }
    const field = unquote(take());
    const operator = take().toUpperCase();
    const compare = operators[operator === 'NOT' ? `NOT ${take().toUpperCase()}` : operator];
    if (!compare) throw new SyntaxError(`Wrong query, expecting an OPERATOR in '${query}'`);
    const value = unquote(take());
    return (fields) => compare(fields(field), value);
  }
  function all(): Condition {
    const parts = [term()];
    while (peek()?.toUpperCase() === 'AND') {
      take();
      parts.push(term());
    }
    return (fields) => parts.every((part) => part(fields));
  }
  function alternatives(): Condition {
    const parts = [all()];
    while (peek()?.toUpperCase() === 'OR') {
      take();
      parts.push(all());
    }
    return (fields) => parts.some((part) => part(fields));
  }

  const condition = alternatives();
  if (peek() !== undefined) throw new SyntaxError(`Wrong query, AND or OR expected in '${query}'`);
  return condition;
}

type Compare = (values: readonly string[], wanted: string) => boolean;

const equal: Compare = (values, wanted) =>
  values.some((value) =>
    wanted === '__Active__'
      ? active(value)
      : wanted === '__Inactive__'
        ? !active(value)
        : value.toLowerCase() === wanted.toLowerCase(),
  );
const like: Compare = (values, wanted) =>
  values.some((value) => value.toLowerCase().includes(wanted.toLowerCase()));

const operators: Readonly<Record<string, Compare>> = {
  '=': equal,
  '!=': (values, wanted) => !equal(values, wanted),
  LIKE: like,
  'NOT LIKE': (values, wanted) => !like(values, wanted),
  '>': (values, wanted) => values.some((value) => Number(value) > Number(wanted)),
  '<': (values, wanted) => values.some((value) => Number(value) < Number(wanted)),
};

/** RT's default lifecycle. */
const active = (status: string): boolean => ['new', 'open', 'stalled'].includes(status);

function tokenise(query: string): string[] {
  const pattern = /\s*('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|!=|[()=<>]|CF\.\{[^}]*\}|[\w.]+)/y;
  const tokens: string[] = [];
  const text = query.trimEnd();
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const token = pattern.exec(text)?.[1];
    if (token === undefined) throw new SyntaxError(`Couldn't parse '${text.slice(at)}' in '${query}'`);
    tokens.push(token);
  }
  return tokens;
}

const unquote = (token: string): string =>
  /^['"]/.test(token) ? token.slice(1, -1).replaceAll(/\\(.)/g, '$1') : token;
