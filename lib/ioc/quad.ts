/** A decimal octet without leading zero: programs disagree whether `010` is eight or ten (RFC 6943, section 3.1.1). */
export const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
export const quad = `${octet}(?:\\.${octet}){3}`;

const whole = new RegExp(`^${quad}$`);

/** Whether a text is an IPv4 address in dotted form and nothing else. */
export const isQuad = (text: string): boolean => whole.test(text);
