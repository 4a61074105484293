import { fail, ok, type Result } from '../../core/failure';
import { z } from 'zod';
import type { TestReport } from '../../core/plugin';
import { jqlString, rest, type Access } from './api';
import { fieldsSchema, myselfSchema, typesSchema } from './shape';

/** Fields that Sightline fills in, or that Jira fills in by itself. */
const filled = new Set(['project', 'issuetype', 'summary', 'description', 'labels', 'priority', 'reporter']);

interface Target extends Access {
  readonly settings: Access['settings'] & { readonly project: string; readonly issueType: string };
}

/** Everything that a create needs, asked without creating: the user, the project, the issue type and its fields. */
export async function check(context: Target): Promise<Result<TestReport>> {
  const { project, issueType } = context.settings;
  const myself = await rest(context, '/myself', myselfSchema);
  if (!myself.ok) return myself;
  const types = await rest(
    context,
    `/issue/createmeta/${encodeURIComponent(project)}/issuetypes?maxResults=200`,
    typesSchema,
  );
  if (!types.ok) {
    return types.failure.code === 'missing'
      ? fail('missing', `There is no project “${project}” in which the user may create. Check its key.`)
      : types;
  }
  const type = types.value.find(({ id, name }) => id === issueType || name === issueType);
  if (!type) {
    const names = types.value.map(({ name }) => name).join(', ');
    return fail('rejected', `Project ${project} has no issue type “${issueType}”. It has: ${names}.`);
  }
  const path = `/issue/createmeta/${encodeURIComponent(project)}/issuetypes/${type.id}?maxResults=200`;
  const fields = await rest(context, path, fieldsSchema);
  if (!fields.ok) return fields;
  const unfilled = fields.value.filter(
    ({ id, required, hasDefaultValue }) => required && !hasDefaultValue && !filled.has(id),
  );
  if (unfilled.length > 0) {
    const names = unfilled.map(({ name }) => name).join(', ');
    return fail(
      'rejected',
      `“${type.name}” also requires: ${names}. Choose an issue type that needs no more than a summary.`,
    );
  }
  const wall = await probe(context);
  if (wall) return wall;
  return ok({
    summary: `Works as ${myself.value.displayName}: project ${project}, issue type “${type.name}”.`,
    warnings: fields.value.some(({ id }) => id === 'labels')
      ? []
      : ['The issue type has no labels: the summary carries the external id instead.'],
  });
}

/**
 * A POST that changes nothing. Reading works even where Jira takes every POST of a browser for a forged one, so without
 * this the test would pass and each Investigation fail.
 */
async function probe(context: Target) {
  const path = context.settings.edition === 'cloud' ? '/search/jql' : '/search';
  const body = {
    jql: `project = ${jqlString(context.settings.project)}`,
    maxResults: 1,
    fields: ['summary'],
  };
  const result = await rest(context, path, z.unknown(), body);
  return !result.ok && result.failure.status === 403 ? result : null;
}
