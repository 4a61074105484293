/** When something happened, as a page tells it. */
export interface EventTime {
  /** Epoch milliseconds. */
  readonly at: number;
  /** As the text states it (`UTC`, `+02:00`), else the browser's own (`Europe/Berlin`). */
  readonly zone: string;
  /** The text does not tell its zone: the browser's was taken. */
  readonly assumed: boolean;
}

/** One side of a connection. */
export interface Endpoint {
  /** IPv4 or IPv6, canonical. */
  readonly ip: string;
  readonly port?: number;
}

/** What the row of an indicator says besides it. All of it is the page's own text: bounded, and never trusted. */
export interface Row {
  /** Name of the column or field that holds the indicator: `src_ip`, `source.ip`. */
  readonly field?: string;
  /** The event's time, the nearest one that the page shows. */
  readonly time?: EventTime;
  readonly source?: Endpoint;
  readonly destination?: Endpoint;
}

/** Where an analyst met an indicator last. */
export interface Seen extends Row {
  /** Host and path of the page as the address bar shows them, without query and fragment: `siem.corp.example/search`. */
  readonly page: string;
}

// Made at first use: each takes milliseconds, and the page script starts in every frame.
let clock: Intl.DateTimeFormat | undefined;
let day: Intl.DateTimeFormat | undefined;

/**
 * "20 Nov 2026, 14:02:11 UTC"; without the day where it is that of `now`. Where the zone was assumed, it says so:
 * the moment may then be off by some hours.
 * @param now epoch milliseconds; leave it out where the words must hold for ever.
 */
export function timeWords({ at, zone, assumed }: EventTime, now?: number): string {
  clock ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', timeStyle: 'medium' });
  day ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium' });
  const date = day.format(at);
  const words = `${now !== undefined && day.format(now) === date ? '' : `${date}, `}${clock.format(at)} UTC`;
  return assumed ? `${words} if the page means ${zone}` : words;
}

/** "10.1.2.3:51233 to 198.51.100.23:443"; null where the row names neither side. */
export function flowWords({ source, destination }: Row): string | null {
  if (source === undefined && destination === undefined) return null;
  return `${source === undefined ? 'unknown' : endpoint(source)} to ${destination === undefined ? 'unknown' : endpoint(destination)}`;
}

const endpoint = ({ ip, port }: Endpoint): string =>
  port === undefined ? ip : ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
