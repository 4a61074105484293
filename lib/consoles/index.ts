import type { RowHints } from '../core/row-hints';
import jira from './jira.json';
import kibana from './kibana.json';
import microsoftDefender from './microsoft-defender.json';
import microsoftSentinel from './microsoft-sentinel.json';
import opensearchDashboards from './opensearch-dashboards.json';
import prewikka from './prewikka.json';
import qradar from './qradar.json';
import redmine from './redmine.json';
import requestTracker from './request-tracker.json';
import salesforce from './salesforce.json';
import securityOnion from './security-onion.json';
import servicenow from './servicenow.json';
import splunk from './splunk.json';
import thehive from './thehive.json';
import wazuh from './wazuh.json';
import zendesk from './zendesk.json';
import type { Console } from './schema';

/** Every console that Sightline knows by its looks, one data file each. */
export const consoles: readonly Console[] = [
  jira,
  kibana,
  microsoftDefender,
  microsoftSentinel,
  opensearchDashboards,
  prewikka,
  qradar,
  redmine,
  requestTracker,
  salesforce,
  securityOnion,
  servicenow,
  splunk,
  thehive,
  wazuh,
  zendesk,
];

const all = (key: keyof RowHints): readonly string[] => [
  ...new Set(consoles.flatMap(({ hints }) => hints[key])),
];

/** What all consoles call things. Their attributes do not get in each other's way, so no page must be recognised first. */
export const rowHints: RowHints = {
  fields: all('fields'),
  times: all('times'),
  sources: all('sources'),
  destinations: all('destinations'),
};
