import type { Console } from './console';
import { defender } from './defender';
import { elasticSecurity } from './elastic-security';
import { jira } from './jira';
import { jiraDataCenter } from './jira-data-center';
import { kibana } from './kibana';
import { prewikka } from './prewikka';
import { qradar } from './qradar';
import { redmine } from './redmine';
import { requestTracker } from './request-tracker';
import { salesforce } from './salesforce';
import { securityOnion } from './security-onion';
import { sentinel } from './sentinel';
import { servicenow } from './servicenow';
import { splunk } from './splunk';
import { thehive } from './thehive';
import { wazuh } from './wazuh';
import { zendesk } from './zendesk';

/** Every console, built from what is known of its markup. */
export const consoles: readonly Console[] = [
  splunk,
  kibana,
  elasticSecurity,
  wazuh,
  sentinel,
  defender,
  qradar,
  securityOnion,
  prewikka,
  jira,
  jiraDataCenter,
  servicenow,
  zendesk,
  salesforce,
  thehive,
  requestTracker,
  redmine,
];

/** What each of them serves, by its name. */
export const consoleSites = Object.fromEntries(
  consoles.map(({ name, html, files }) => [name, { '/': html, ...files }]),
);
