import { render } from 'preact';
import '../../lib/ui/extension-page.css';
import '../../lib/ui/options/options.css';
import '../../lib/ui/options/plugins.css';
import '../../lib/ui/options/sections.css';
import '../../lib/ui/options/custom/custom.css';
import { OptionsPage } from '../../lib/ui/options/options-page';

const app = document.getElementById('app');
if (app !== null) render(<OptionsPage />, app);
