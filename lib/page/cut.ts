/** The run says itself that something is missing: an ellipsis ends it. */
const ellipsis = /^(?:…|\.{3,})\s*$/;

/** An indicator that a console shortened ("b0c1f3…") is not the indicator: it is neither marked nor looked up. */
export const isCutOff = (text: string, end: number): boolean => ellipsis.test(text.slice(end, end + 8));
