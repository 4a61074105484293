import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { adopt, lineSheet } from '../lib/page/line-sheet';

/**
 * Comes before a page of a site that is switched on has any content. Once it has, a sheet of highlights makes the browser compute
 * the style of every element anew, which stops a table of 20,000 rows for 0.8 s.
 */
export default defineUnlistedScript(() => adopt(document, lineSheet()));
