/** What the head and the body of a real page of a console hold that tells it, as recorded or published. */
export const heads: Readonly<Record<string, { readonly html: string; readonly path?: string }>> = {
  Splunk: {
    html: '<link rel="shortcut icon" href="/en-US/static/@9f1/img/favicon.ico"><title>Search | Splunk 10.4.3</title>',
  },
  'Kibana and Elastic Security': {
    html: '<title>Discover - Elastic</title><kbn-injected-metadata></kbn-injected-metadata>',
    path: '/s/soc/app/discover',
  },
  'OpenSearch Dashboards': {
    html: '<title>Discover - OpenSearch Dashboards</title><osd-injected-metadata></osd-injected-metadata>',
    path: '/app/data-explorer/discover',
  },
  Wazuh: {
    html: '<title>Threat hunting - Wazuh</title><osd-injected-metadata></osd-injected-metadata>',
    path: '/app/threat-hunting',
  },
  QRadar: { html: '<title>IBM QRadar</title>', path: '/console/qradar/jsp/QRadar.jsp' },
  'Security Onion': { html: '<title>Security Onion - Alerts</title>' },
  Prewikka: { html: '<title>Alerts</title><table class="section_alert_entries"></table>' },
  Jira: {
    html: '<meta name="application-name" content="JIRA" data-name="jira"><title>[SOC-17] Beacon - Corp</title>',
    path: '/browse/SOC-17',
  },
  ServiceNow: { html: '<title>INC0010001 | Incident | ServiceNow</title>', path: '/incident.do' },
  TheHive: { html: '<title>TheHive</title>', path: '/cases' },
  'Request Tracker': {
    html: '<title>#10: Beacon</title><body class="elevator-light" id="comp-Ticket-Display">',
    path: '/rt/Ticket/Display.html',
  },
  Redmine: {
    html: '<meta name="description" content="Redmine"><title>Bug #1: ServiceNow is down | ServiceNow - SOC</title>',
    path: '/issues/1',
  },
};
