import type { Provider, Tracker } from './core/plugin';
import abuseipdb from './providers/abuseipdb';
import censys from './providers/censys';
import cisaKev from './providers/cisa-kev';
import cloudflareDns from './providers/cloudflare-dns';
import crtsh from './providers/crtsh';
import epss from './providers/epss';
import greynoise from './providers/greynoise';
import hashlookup from './providers/hashlookup';
import hybridAnalysis from './providers/hybrid-analysis';
import localLists from './providers/local-lists';
import malwarebazaar from './providers/malwarebazaar';
import misp from './providers/misp';
import nvd from './providers/nvd';
import opencti from './providers/opencti';
import pulsedive from './providers/pulsedive';
import otx from './providers/otx';
import quad9 from './providers/quad9';
import rdap from './providers/rdap';
import safebrowsing from './providers/safebrowsing';
import shodan from './providers/shodan';
import shodanInternetdb from './providers/shodan-internetdb';
import spamhausDrop from './providers/spamhaus-drop';
import threatfox from './providers/threatfox';
import threatfoxExport from './providers/threatfox-export';
import threatstream from './providers/threatstream';
import torExits from './providers/tor-exits';
import urlhaus from './providers/urlhaus';
import urlhausExport from './providers/urlhaus-export';
import urlscan from './providers/urlscan';
import virustotal from './providers/virustotal';
import webrisk from './providers/webrisk';
import xforce from './providers/xforce';
import warningLists from './providers/warning-lists';
import yaraify from './providers/yaraify';
import jira from './trackers/jira';
import requestTracker from './trackers/request-tracker';

/** Every source, in the order of the ticks on a fresh install. */
export const providers: readonly Provider[] = [
  localLists,
  warningLists,
  spamhausDrop,
  torExits,
  urlhausExport,
  threatfoxExport,
  misp,
  opencti,
  threatstream,
  virustotal,
  abuseipdb,
  greynoise,
  urlhaus,
  threatfox,
  malwarebazaar,
  yaraify,
  safebrowsing,
  webrisk,
  hybridAnalysis,
  hashlookup,
  xforce,
  pulsedive,
  otx,
  urlscan,
  rdap,
  cloudflareDns,
  quad9,
  censys,
  shodan,
  shodanInternetdb,
  crtsh,
  nvd,
  epss,
  cisaKev,
];

/** Every ticket system. */
export const trackers: readonly Tracker[] = [requestTracker, jira];
