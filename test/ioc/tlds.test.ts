import { expect, test } from 'vitest';
import { find } from '../../lib/ioc';
import { LEVEL, TLD } from '../../lib/ioc/marks';
import { bytesOf, wordBits } from '../../lib/ioc/words';
import { topLevelDomains } from '../../scripts/top-level-domains';
import { wordLists } from '../../scripts/word-lists';

const isTld = (word: string): boolean => find(`evil[.]${word}`).length > 0;

test('every top-level domain of the root zone is known', () => {
  expect(topLevelDomains.length).toBeGreaterThan(1400);
  expect(topLevelDomains.filter((tld) => !isTld(tld))).toEqual([]);
});

test('the table holds the lists of words that it was made from', () => {
  const lost = wordLists.flatMap(([mark, words]) =>
    words.split(' ').filter((word) => {
      const bits = wordBits(0, word.length, bytesOf(word));
      return mark < LEVEL ? mark !== TLD && (bits & LEVEL) !== mark : (bits & mark) === 0;
    }),
  );
  expect(lost).toEqual([]);
});

test('a top-level domain with letters more or less is none, but for one in a thousand', () => {
  const real = new Set(topLevelDomains);
  const others = topLevelDomains
    .flatMap((tld) =>
      /^xn--|^..$/.test(tld) ? [] : [`${tld}q`, `q${tld}`, tld.slice(0, -1), `${tld}${tld}`],
    )
    .filter((word) => !real.has(word));
  expect(others.length).toBeGreaterThan(3900);
  expect(others.filter(isTld).length).toBeLessThan(others.length / 1000);
});

test('no number is a top-level domain: seconds with a fraction are many', () => {
  const times = Array.from({ length: 200_000 }, (_, i) => `1521911746.${100_000 + i * 4}`).join('\n');
  expect(find(times)).toEqual([]);
});

/** File endings, and what follows a dot in code and logs. */
const words =
  `exe dll sys scr bat cmd vbs vbe js jse wsf hta jar lnk msi ps1 psm1 psd1 doc docx docm xls xlsx xlsm xlsb ppt pptx
pptm rtf pdf odt ods csv tsv txt log json jsonl ndjson xml html htm xhtml css scss less yaml yml toml ini cfg conf config env lock
tar gz tgz bz2 xz lzma rar iso img vhd vhdx vmdk ova dmg pkg deb rpm apk ipa whl egg gem crate nupkg class war ear cpp cxx hpp hxx
php asp aspx jsp jspx cgi go ts tsx jsx mjs cjs vue svelte rb lua swift kt kts scala clj hs erl ex exs sql sqlite db mdb accdb bak
tmp temp old orig swp part crdownload torrent eml msg mbox ost pst ics vcf pem crt cer der pfx p12 key csr jks keystore pcap pcapng
evtx etl dmp core png jpg jpeg gif bmp ico svg webp tif tiff psd mp3 mp4 avi mkv wav flac webm ttf otf woff woff2 eot
length prototype constructor toString valueOf hasOwnProperty indexOf includes forEach filter reduce concat slice splice push pop shift
replace replaceAll substring charCodeAt trim toLowerCase toUpperCase startsWith endsWith match matchAll exec compile execute invoke
getElementById querySelector addEventListener removeEventListener appendChild innerHTML textContent className classList
println printf format append remove insert update delete create destroy initialize dispose close flush write readline
exception timeout interval callback handler listener dispatcher controller service repository factory builder adapter
string number boolean object function undefined array buffer stream promise thread process memory kernel system
username password hostname address protocol payload request response header cookie session token signature
windows linux ubuntu debian fedora android iphone microsoft adobe oracle mozilla firefox chrome safari
encoding version revision release build commit branch master develop feature hotfix
alpha beta gamma delta epsilon rc1 rc2 snapshot final local0 local7 facility severity priority
attributes properties2 elements children siblings parents ancestors descendants
`.split(/\s+/);

test('file endings, and words after a dot in code and logs, are no top-level domains', () => {
  const real = new Set(topLevelDomains);
  const taken = words.filter((word) => word !== '' && isTld(word) && !real.has(word.toLowerCase()));
  expect(taken).toEqual([]);
});
