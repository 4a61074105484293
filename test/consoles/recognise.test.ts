import { expect, it } from 'vitest';
import { consoles } from '../../lib/consoles';
import { recognise, signElements } from '../../lib/consoles/recognise';

const look = (url: string, title = '', ...elements: readonly string[]) =>
  recognise(consoles, { url, title, elements: new Set(elements) });
const named = (...args: Parameters<typeof look>) => look(...args)?.console.name;

it('a console is known by where its makers serve it, whatever the page looks like', () => {
  expect(named('https://corp.splunkcloud.com/en-US/app/search')).toBe('Splunk');
  expect(named('https://x.kb.us-east-1.aws.found.io/app/discover#/?_a=1')).toBe(
    'Kibana and Elastic Security',
  );
  expect(named('https://portal.azure.com/#view/Microsoft_Azure_Security_Insights')).toBe(
    'Microsoft Sentinel',
  );
  expect(named('https://security.microsoft.com/v2/advanced-hunting')).toBe('Microsoft Defender');
  expect(named('https://corp.atlassian.net/browse/SOC-1', 'x', 'osd-injected-metadata')).toBe('Jira');
  expect(look('https://corp.zendesk.com/agent/tickets/1')).toMatchObject({
    console: { name: 'Zendesk' },
    by: 'address',
  });
});

it('a name that only looks like it is none', () => {
  for (const url of [
    'https://splunkcloud.com.evil-host.com/en-US/app/search',
    'http://portal.azure.com.evil-host.com/',
    'https://evil-host.com/?x=https://corp.splunkcloud.com/',
    'https://evil-host.com/#.splunkcloud.com/',
    'not a url',
  ]) {
    expect(look(url), url).toBeNull();
  }
});

it('an element decides over a title, in which users write what they like', () => {
  const redmine = signElements(consoles).find((selector) => selector.includes('Redmine')) ?? '';
  expect(named('https://it.corp.example/issues/1', 'INC1 | ServiceNow', redmine)).toBe('Redmine');
  expect(look('https://it.corp.example/issues/1', 'INC1 | ServiceNow', redmine)?.by).toBe('looks');
});

it('the more signs hold together, the better: Wazuh is also an OpenSearch Dashboards', () => {
  const of = (title: string) => named('https://siem.corp.example/app/x', title, 'osd-injected-metadata');
  expect(of('Overview - Wazuh')).toBe('Wazuh');
  expect(of('Discover - OpenSearch Dashboards')).toBe('OpenSearch Dashboards');
});

it('an ordinary page is no console', () => {
  expect(look('https://news.example/app/story', 'ServiceNow buys somebody')).toBeNull();
  expect(look('https://blog.example/how-to-use-TheHive', 'How to use TheHive')).toBeNull();
});
