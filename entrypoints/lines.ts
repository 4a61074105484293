import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { adopt, lineSheet } from '../lib/page/line-sheet';

/**
 * Runs while the page is still empty, on sites that are switched on: a sheet of highlights that comes later makes the browser
 * compute the style of every element anew, which stops a table of 20,000 rows for 0.8 s.
 */
export default defineUnlistedScript(() => adopt(document, lineSheet()));
