import { render } from 'preact';
import '../../lib/ui/extension-page.css';
import '../../lib/ui/panel/panel.css';
import { Panel } from '../../lib/ui/panel/panel';

const app = document.getElementById('app');
if (app !== null) render(<Panel />, app);
