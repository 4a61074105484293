import type { Console } from './console';
import { jira } from './jira';
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
import { wazuh } from './wazuh';
import { zendesk } from './zendesk';

/** Every console, built from what is known of its markup. */
export const consoles: readonly Console[] = [
  splunk,
  kibana,
  wazuh,
  sentinel,
  qradar,
  securityOnion,
  prewikka,
  jira,
  servicenow,
  zendesk,
  salesforce,
  requestTracker,
  redmine,
];
