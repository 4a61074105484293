import { expect, it } from 'vitest';
import { find } from '../../../lib/ioc';
import { flowOf, type SideNames } from '../../../lib/page/row/flow';
import { nameBefore, pairsIn } from '../../../lib/page/row/pairs';

const none: SideNames = { sources: [], destinations: [] };
const flow = (line: string, names = none) => flowOf(pairsIn(line), line, names, find);
const both = {
  source: { ip: '10.1.2.3', port: 51233 },
  destination: { ip: '198.51.100.23', port: 443 },
};

it('reads both sides of a connection from the ways that logs write them', () => {
  for (const line of [
    'src_ip=10.1.2.3 src_port=51233 dest_ip=198.51.100.23 dest_port=443',
    '{"src_ip": "10.1.2.3","src_port": 51233,"dest_ip": "198.51.100.23","dest_port": 443}',
    'CEF:0|a|b|1|c|d|5|src=10.1.2.3 spt=51233 dst=198.51.100.23 dpt=443 act=blocked',
    'LEEF:1.0|src=10.1.2.3\tdst=198.51.100.23\tsrcPort=51233\tdstPort=443',
    '{"source.ip":"10.1.2.3","source.port":"51233","destination.ip":"198.51.100.23","destination.port":"443"}',
    'id.orig_h: 10.1.2.3 id.orig_p: 51233 id.resp_h: 198.51.100.23 id.resp_p: 443',
    'source-address="10.1.2.3" source-port="51233" destination-address="198.51.100.23" destination-port="443" nat-source-address="203.0.113.9"',
    '[**] [1:2:3] ET [**] {TCP} 10.1.2.3:51233 -> 198.51.100.23:443',
    'source: 10.1.2.3:51233 destination: 198.51.100.23:443',
    'data.srcip=10.1.2.3 data.srcport=51233 data.dstip=198.51.100.23 data.dstport=443',
  ]) {
    expect(flow(line), line).toEqual(both);
  }
});

it('the name with the least left out wins, so that a translated address is not the source', () => {
  expect(flow('nat.src_ip=203.0.113.9 src_ip=10.1.2.3').source?.ip).toBe('10.1.2.3');
  expect(flow('event.src_ip=203.0.113.9 src_ip=10.1.2.3').source?.ip).toBe('10.1.2.3');
});

it('a console may name its sides its own way', () => {
  const line = 'LocalIP=10.1.2.3 LocalPort=51233 RemoteIP=198.51.100.23';
  expect(flow(line)).toEqual({});
  expect(flow(line, { sources: ['LocalIP'], destinations: ['RemoteIP'] })).toEqual({
    source: { ip: '10.1.2.3', port: 51233 },
    destination: { ip: '198.51.100.23' },
  });
});

it('what is no address or no port is left out', () => {
  expect(flow('src=web-1 dst=198.51.100.23 dpt=99999')).toEqual({ destination: { ip: '198.51.100.23' } });
  expect(flow('source: see 10.1.2.3')).toEqual({});
  expect(flow('src=2001:db8::7 spt=53')).toEqual({ source: { ip: '2001:db8::7', port: 53 } });
});

it('names the value that follows', () => {
  expect(nameBefore('x=1 nat-source-address="')).toBe('nat-source-address');
  expect(nameBefore('{"src_ip": "')).toBe('src_ip');
  expect(nameBefore('Alert: outbound to ')).toBeNull();
  expect(nameBefore('at 14:02: ')).toBeNull();
});
