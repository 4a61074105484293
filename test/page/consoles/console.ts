/** A page built the way one console renders events, and what a reader of it finds. */
export interface Console {
  readonly name: string;
  readonly html: string;
  /** Other documents under the same host, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** `kind|value` of every indicator that a person sees as text; nothing hidden, nothing in an editor. */
  readonly expected: readonly string[];
  /** Where links of redirectors lead; their text does not say so. */
  readonly linked?: readonly string[];
  /** How the page writes an indicator, by `kind|value`, where that is not its value. */
  readonly written?: Readonly<Record<string, string>>;
  /** Texts whose parent is a shadow root itself: Firefox paints no highlight there. */
  readonly inRoot?: readonly string[];
}

/** The text of every indicator of a console, as its page writes it. */
export const textsOf = ({ expected, linked = [], written = {} }: Console): readonly string[] => [
  ...new Set([...expected, ...linked].map((key) => written[key] ?? key.slice(key.indexOf('|') + 1))),
];

/** A whole document around a body. `head` is what the console's own head holds besides. */
export const page = (body: string, style = '', script = '', head = '<title>Console</title>'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">
${head}<style>body{font:14px/22px sans-serif;margin:16px}${style}</style></head>
<body>${body}${script === '' ? '' : `<script>${script}</script>`}</body></html>`;
