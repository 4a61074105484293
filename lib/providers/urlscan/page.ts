import { z } from 'zod';

/** Text that may be missing, or be no text at all: then the rest is read all the same. */
export const text = z.string().nullish().catch(undefined);

/** What a scan and a result both say of the page that was reached. */
export const pageFields = {
  url: text,
  domain: text,
  ip: text,
  asn: text,
  asnname: text,
  country: text,
  server: text,
  title: text,
};

interface Page {
  readonly ip?: string | null | undefined;
  readonly asn?: string | null | undefined;
  readonly asnname?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly server?: string | null | undefined;
  readonly status?: string | number | null | undefined;
}

/** Where the page stands. */
export const placeFacts = (page: Page | null | undefined) => ({
  Address: page?.ip,
  Network: [page?.asn, page?.asnname].filter(Boolean).join(' '),
  Country: page?.country,
  Server: page?.server,
  Status: page?.status,
});
