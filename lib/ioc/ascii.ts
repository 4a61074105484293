/** The codes of ASCII characters that more than one reader asks for. */
export const BLANK = 32;
export const PERCENT = 37;
export const OPEN_ROUND = 40;
export const CLOSE_ROUND = 41;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const AT = 64;
export const OPEN_SQUARE = 91;
export const CLOSE_SQUARE = 93;
export const UNDERSCORE = 95;
