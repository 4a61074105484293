import { z } from 'zod';
import { addressFields, openAddress } from '../core/address';
import { isBaseUrl, under } from '../core/base-url';
import { clip } from '../core/clip';
import type { Draft, Priority, TicketRef, TicketState } from '../core/draft';
import { ok, type Result } from '../core/failure';
import { cut } from '../core/markdown/cut';
import { parseMarkdown } from '../core/markdown/parse';
import { defineTracker, type TrackerContext } from '../core/plugin';
import { toAdf } from './jira/adf';
import { fieldsNamed, jqlString, rest, who } from './jira/api';
import { check } from './jira/check';
import { createdSchema, issueSchema, searchSchema, type Issue } from './jira/shape';
import { toWiki } from './jira/wiki';

const settingsSchema = z.object({
  edition: z.enum(['cloud', 'data-center']).default('cloud').meta({ title: 'Edition' }),
  ...addressFields(z.string(), z.boolean(), ''),
  email: z
    .string()
    .default('')
    .meta({ title: 'Email address', description: 'On Cloud: of the token’s user.' }),
  token: z.string().default('').meta({
    title: 'Token',
    description: 'Cloud: an API token. Data Center: a personal access token.',
    secret: true,
  }),
  project: z.string().default('').meta({ title: 'Project key' }),
  issueType: z
    .string()
    .min(1)
    .default('Task')
    .meta({ title: 'Issue type', description: 'Its name or its number.' }),
});

type Settings = z.infer<typeof settingsSchema>;
type Context = TrackerContext<typeof settingsSchema>;

/** Names of Jira's default priorities; where a project has others, the field is left out. */
const priorities: Readonly<Record<Priority, string>> = {
  low: 'Low',
  normal: 'Medium',
  high: 'High',
  urgent: 'Highest',
};

/** Jira takes 32,767 characters, and Cloud counts the markup of its document too. Room is left for what is between. */
const longestBody = 32_000;

export default defineTracker({
  id: 'jira',
  name: who,
  homepage: 'https://www.atlassian.com/software/jira',
  settings: settingsSchema,
  origins: openAddress.origins,
  missing(settings) {
    const { edition, baseUrl, email, token, project } = settings;
    if (baseUrl === '') return 'Needs the address of your Jira.';
    if (edition === 'cloud' && email === '') return 'Needs the email address of the token’s user.';
    if (token === '') return 'Needs a token.';
    return project === '' ? 'Needs the key of a project.' : openAddress.missing(settings);
  },
  // The search index follows within seconds, on a busy site later.
  searchLag: 10_000,

  /** Jira answers "XSRF check failed" to any POST with a browser's User-Agent or Origin, whatever the token (KB 802591455). */
  headerRules: ({ baseUrl }) =>
    isBaseUrl(baseUrl)
      ? [
          {
            domain: new URL(baseUrl).hostname,
            methods: ['post', 'put'],
            set: { 'User-Agent': 'Sightline', 'X-Atlassian-Token': 'no-check' },
            remove: ['Origin', 'Referer'],
          },
        ]
      : [],

  test: (context) => check(context),

  async find(externalId, context) {
    const labelled = await search(`labels = ${jqlString(externalId)}`, context);
    if (!labelled.ok) return labelled;
    const phrase = jqlString(jqlString(externalId));
    const titled = await search(`summary ~ ${phrase}`, context);
    if (!titled.ok) return titled;
    const known = new Map([...labelled.value, ...titled.value].map((issue) => [issue.id, issue]));
    return ok(
      [...known.values()]
        .filter((issue) => carries(issue, externalId))
        .sort((a, b) => Number(b.id) - Number(a.id))
        .map((issue) => stateOf(issue, context.settings)),
    );
  },

  async create(draft, context) {
    const first = await post(draft, [], context);
    if (first.ok || first.failure.code !== 'rejected') return first;
    // Fields that are not on the project's screen; without labels the summary carries the id.
    const leaveOut = fieldsNamed(first.failure, ['labels', 'priority']);
    return leaveOut.length > 0 ? post(draft, leaveOut, context) : first;
  },

  async read(ref, context) {
    const path = `/issue/${encodeURIComponent(ref.id)}?fields=summary,status,labels`;
    const issue = await rest(context, path, issueSchema);
    return issue.ok ? ok(stateOf(issue.value, context.settings)) : issue;
  },

  async comment(ref, markdown, context) {
    const said = await rest(
      context,
      `/issue/${encodeURIComponent(ref.id)}/comment`,
      z.object({ id: z.string() }),
      {
        body: bodyOf(markdown, context.settings),
        // Jira Service Management shows a comment to the customer unless it is marked.
        properties: [{ key: 'sd.public.comment', value: { internal: true } }],
      },
    );
    return said.ok ? ok(null) : said;
  },
});

async function post(draft: Draft, leaveOut: readonly string[], context: Context): Promise<Result<TicketRef>> {
  const { settings } = context;
  const labelled = !leaveOut.includes('labels');
  const title = clip(draft.title, 200);
  const created = await rest(context, '/issue', createdSchema, {
    fields: {
      project: { key: settings.project },
      issuetype: /^\d+$/.test(settings.issueType) ? { id: settings.issueType } : { name: settings.issueType },
      summary: labelled ? title : `${title} [${draft.externalId}]`,
      description: bodyOf(draft.body, settings),
      ...(labelled && { labels: ['sightline', draft.externalId] }),
      ...(!leaveOut.includes('priority') && { priority: { name: priorities[draft.priority] } }),
    },
  });
  return created.ok ? ok(refOf(created.value, settings)) : created;
}

function bodyOf(markdown: string, { edition }: Settings): unknown {
  const document = parseMarkdown(markdown);
  return edition === 'cloud'
    ? toAdf(cut(document, longestBody, (block) => JSON.stringify(toAdf([block]).content).length))
    : toWiki(cut(document, longestBody, (block) => toWiki([block]).length + 2));
}

/** By GET, which Jira's wall against forged requests lets through. Any project: people move issues. */
async function search(jql: string, context: Context): Promise<Result<readonly Issue[]>> {
  const path = context.settings.edition === 'cloud' ? '/search/jql' : '/search';
  const query = new URLSearchParams({
    jql: `${jql} ORDER BY created DESC`,
    fields: 'summary,status,labels',
    maxResults: '20',
  });
  const found = await rest(context, `${path}?${query.toString()}`, searchSchema);
  return found.ok ? ok(found.value.issues) : found;
}

/** As a label, or in brackets in the summary; `…-1` must not pass for `…-12`. */
const carries = ({ fields }: Issue, externalId: string): boolean =>
  fields.labels.includes(externalId) || fields.summary.includes(`[${externalId}]`);

const stateOf = (issue: Issue, settings: Settings): TicketState => ({
  ref: refOf(issue, settings),
  title: issue.fields.summary,
  status: issue.fields.status?.name ?? '',
  open: issue.fields.status?.statusCategory?.key !== 'done',
  carriesId:
    issue.fields.labels.some((label) => label.startsWith('sightline-')) ||
    /\[sightline-[0-9a-f-]+\]/.test(issue.fields.summary),
});

const refOf = ({ id, key }: { id: string; key: string }, { baseUrl }: Settings): TicketRef => ({
  key,
  id,
  url: under(baseUrl, `/browse/${encodeURIComponent(key)}`),
});
