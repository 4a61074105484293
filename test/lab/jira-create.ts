import type { Issue, Site } from './jira';
import { documentProblem } from './jira-document';
import type { Reply } from './reply';

const priorities = new Set(['Highest', 'High', 'Medium', 'Low', 'Lowest']);

/** `POST /issue`: each field that Jira would refuse is named in `errors`. */
export function createIssue(site: Site, body: string): Reply {
  const fields = parse(body);
  if (!fields) return { status: 400, body: { errorMessages: ['Invalid request payload.'], errors: {} } };
  const errors = problems(site, fields);
  if (Object.keys(errors).length > 0) return { status: 400, body: { errorMessages: [], errors } };
  const number = site.issues.length + 1;
  const issue: Issue = {
    id: String(10_000 + number),
    key: `${site.project}-${number}`,
    createdAt: Date.now(),
    status: 'To Do',
    fields,
    comments: [],
  };
  site.issues.push(issue);
  const self = `${site.url}/rest/api/${site.edition === 'cloud' ? 3 : 2}/issue/${issue.id}`;
  return { status: 201, body: { id: issue.id, key: issue.key, self } };
}

function problems(site: Site, fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {};
  const { project, issuetype, summary, labels, priority, description, ...others } = fields;
  if (named(project, 'key') !== site.project) found['project'] = 'valid project is required';
  const type = issuetype as { id?: string; name?: string } | undefined;
  if (!site.issueTypes.some((known) => known.id === type?.id || known.name === type?.name)) {
    found['issuetype'] = 'Specify a valid issue type';
  }
  if (typeof summary !== 'string' || summary.trim() === '')
    found['summary'] = 'You must specify a summary of the issue.';
  else if (summary.includes('\n'))
    found['summary'] = 'The summary is invalid because it contains newline characters.';
  else if (summary.length > 255) found['summary'] = 'Summary must be less than 255 characters.';
  if (labels !== undefined && !(Array.isArray(labels) && labels.every((label) => isLabel(label)))) {
    found['labels'] = 'The label contains spaces which is invalid.';
  }
  if (priority !== undefined && !priorities.has(String(named(priority, 'name')))) {
    found['priority'] = 'Specify the Priority (name) in the string format';
  }
  const wrong = description === undefined ? null : documentProblem(site.edition, description);
  if (wrong) found['description'] = wrong;
  for (const name of Object.keys(others)) {
    found[name] = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
  return found;
}

const isLabel = (label: unknown): boolean =>
  typeof label === 'string' && label !== '' && !/\s/.test(label) && label.length <= 255;

const named = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

function parse(body: string): Record<string, unknown> | null {
  try {
    const fields: unknown = (JSON.parse(body) as { fields?: unknown }).fields;
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
