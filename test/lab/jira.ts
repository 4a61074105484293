import { createIssue } from './jira-create';
import { documentProblem } from './jira-document';
import { jql } from './jql';
import type { Asked, Reply } from './reply';
import { type Piece, serve } from './serve';

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly createdAt: number;
  status: 'To Do' | 'Done';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly comments: unknown[];
}

/** What one Jira site holds. */
export interface Site {
  readonly edition: 'cloud' | 'datacenter';
  url: string;
  readonly project: string;
  readonly issueTypes: readonly { readonly id: string; readonly name: string }[];
  readonly issues: Issue[];
  /** Milliseconds until a search finds a new issue. */
  lag: number;
}

export interface Jira extends Piece {
  readonly email: string;
  readonly token: string;
  readonly site: Site;
}

const email = 'analyst@soc.example';
const token = 'ATATT-lab-3f9c';

/**
 * Jira as documented: Cloud speaks REST v3 (Basic auth, Atlassian Document Format, search without `total`), Data Center
 * REST v2 (Bearer auth, plain text). Both refuse a POST or PUT that looks like a browser's.
 */
export async function startJira(edition: Site['edition']): Promise<Jira> {
  const issueTypes = [
    { id: '10001', name: 'Task' },
    { id: '10021', name: 'Investigation' },
  ];
  const site: Site = { edition, url: '', project: 'SOC', issueTypes, issues: [], lag: 1500 };
  const piece = await serve(`jira-${edition}`, (asked) => answer(site, asked));
  site.url = piece.url;
  return { ...piece, email, token, site };
}

function answer(site: Site, asked: Asked): Reply {
  const { method, url } = asked;
  const wall = fromBrowser(asked);
  if (wall) return wall;
  const version = site.edition === 'cloud' ? '3' : '2';
  const [, rest, api, given, ...path] = url.pathname.split('/').map(decodeURIComponent);
  if (rest === 'browse') return browse(site, api ?? '');
  if (rest !== 'rest' || api !== 'api' || given !== version) return nothing;
  const signedIn = asked.headers['authorization'] !== undefined;
  if (signedIn && !authorised(site, asked)) return unauthorised;
  const [resource, id, action, ...more] = path;
  if (resource === 'myself') return signedIn ? { status: 200, body: myself } : unauthorised;
  // Anonymous callers are told that nothing is there.
  if (!signedIn) return nothing;
  if (resource === 'search') return search(site, asked, id);
  if (resource === 'project') return id === site.project ? { status: 200, body: project(site) } : nothing;
  if (resource === 'mypermissions') return { status: 200, body: permissions };
  if (resource !== 'issue') return nothing;
  if (id === 'createmeta') return createMeta(site, action, more);
  if (id === undefined) return method === 'POST' ? createIssue(site, asked.body) : { status: 405 };
  const issue = site.issues.find((one) => one.key === id || one.id === id);
  if (!issue) return nothing;
  if (action === undefined && method === 'GET') {
    return { status: 200, body: shown(site, issue, url.searchParams.get('fields')) };
  }
  if (action === 'comment' && method === 'POST') return comment(site, issue, asked.body);
  return { status: 405 };
}

/** The wall against forged requests: a browser's User-Agent or a foreign Origin, whatever the authentication. */
function fromBrowser({ method, headers }: Asked): Reply | null {
  if (method === 'GET') return null;
  const foreign =
    headers['origin'] !== undefined && !headers['origin'].endsWith(`//${headers['host'] ?? ''}`);
  if (!foreign && !/Mozilla\//.test(headers['user-agent'] ?? '')) return null;
  return { status: 403, headers: { 'Content-Type': 'text/plain' }, body: 'XSRF check failed' };
}

function authorised(site: Site, { headers }: Asked): boolean {
  const wanted =
    site.edition === 'cloud'
      ? `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`
      : `Bearer ${token}`;
  return headers['authorization'] === wanted;
}

function search(site: Site, { url }: Asked, under: string | undefined): Reply {
  if (site.edition === 'cloud' && under !== 'jql') {
    return errors(
      410,
      'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.',
    );
  }
  const condition = jql(url.searchParams.get('jql') ?? '');
  if (!condition) return errors(400, 'Error in the JQL Query: Expecting operator or field name.');
  const indexed = site.issues.filter((issue) => issue.createdAt <= Date.now() - site.lag);
  const fields = url.searchParams.get('fields');
  const issues = indexed
    .filter((issue) => condition(issue))
    .toReversed()
    .map((issue) =>
      fields === null && site.edition === 'cloud' ? { id: issue.id } : shown(site, issue, fields),
    );
  const body =
    site.edition === 'cloud'
      ? { issues, isLast: true }
      : { startAt: 0, maxResults: 50, total: issues.length, issues };
  return { status: 200, body };
}

function comment(site: Site, issue: Issue, text: string): Reply {
  const body = (JSON.parse(text) as { body?: unknown }).body;
  const problem = documentProblem(site.edition, body);
  if (problem) return { status: 400, body: { errorMessages: [], errors: { comment: problem } } };
  issue.comments.push(body);
  return { status: 201, body: { id: String(20_000 + issue.comments.length), body } };
}

function createMeta(site: Site, projectKey: string | undefined, more: readonly string[]): Reply {
  if (projectKey !== site.project) return nothing;
  const [types, id] = more;
  if (types !== 'issuetypes') return nothing;
  const page = { startAt: 0, maxResults: 50, total: site.issueTypes.length };
  if (id === undefined) {
    const list = site.issueTypes.map((type) => ({ ...type, subtask: false }));
    return {
      status: 200,
      body: site.edition === 'cloud' ? { ...page, issueTypes: list } : { ...page, values: list },
    };
  }
  const fields = ['summary', 'description', 'labels', 'priority'].map((name) => ({
    fieldId: name,
    key: name,
    name,
    required: name === 'summary',
  }));
  return { status: 200, body: site.edition === 'cloud' ? { ...page, fields } : { ...page, values: fields } };
}

function shown(site: Site, issue: Issue, fields: string | null): Record<string, unknown> {
  const done = issue.status === 'Done';
  const all: Readonly<Record<string, unknown>> = {
    ...issue.fields,
    status: {
      name: issue.status,
      statusCategory: { key: done ? 'done' : 'new', name: done ? 'Done' : 'To Do' },
    },
    created: new Date(issue.createdAt).toISOString().replace('Z', '+0000'),
  };
  const wanted = fields === null || fields === '*all' ? Object.keys(all) : fields.split(',');
  return {
    id: issue.id,
    key: issue.key,
    self: `${site.url}/rest/api/${site.edition === 'cloud' ? 3 : 2}/issue/${issue.id}`,
    fields: Object.fromEntries(wanted.filter((name) => name in all).map((name) => [name, all[name]])),
  };
}

function browse(site: Site, key: string): Reply {
  const issue = site.issues.find((one) => one.key === key);
  return { status: issue ? 200 : 404, body: `<!doctype html><title>${issue ? key : 'Not found'}</title>` };
}

const errors = (status: number, message: string): Reply => ({
  status,
  body: { errorMessages: [message], errors: {} },
});

const nothing = errors(404, 'Issue does not exist or you do not have permission to see it.');
const unauthorised: Reply = {
  status: 401,
  headers: { 'Content-Type': 'text/plain' },
  body: 'Client must be authenticated to access this resource.',
};
const myself = { accountId: '5b10a2844c20165700ede21g', displayName: 'Lab Analyst', emailAddress: email };
const project = (site: Site) => ({ id: '10000', key: site.project, name: 'Security operations' });
const permissions = {
  permissions: Object.fromEntries(
    ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'].map((key) => [key, { key, havePermission: true }]),
  ),
};
