import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeFront } from '../lib/page/front';
import { offer } from '../lib/page/front-script';

/** Put into a frame beside the page script once something is to be shown over its page. */
export default defineUnlistedScript(() => offer(makeFront));
