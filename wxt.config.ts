import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** Both browsers get Manifest V3. No host is asked for at install: each site and each source asks for its own. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  zip: { name: 'sightline' },
  vite: () => ({
    build: { target: ['chrome123', 'firefox140'] },
    // One other letter makes a browser keep the whole script in two bytes a letter.
    esbuild: { charset: 'ascii' },
    plugins: [compiledAtOnce('page.js')],
  }),
  manifest: ({ browser }) => ({
    name: 'Sightline',
    description: 'IOC enrichment on the page where the analyst already works.',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: 'Sightline', default_icon: icons(16, 32) },
    icons: icons(16, 32, 48, 128),
    commands: {
      'next-ioc': { description: 'Next IOC on the page', suggested_key: { default: 'Alt+Shift+N' } },
      'previous-ioc': { description: 'Previous IOC on the page', suggested_key: { default: 'Alt+Shift+P' } },
      'next-malicious': {
        description: 'Next malicious IOC on the page',
        suggested_key: { default: 'Alt+Shift+M' },
      },
      'open-card': { description: 'Open the card of this IOC', suggested_key: { default: 'Alt+Shift+S' } },
      'enrich-ioc': { description: 'Enrich this IOC now' },
      'copy-ioc': { description: 'Copy this IOC, defanged' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sightline@sightline.invalid',
              strict_min_version: '142.0',
              // Indicators found in page text go to the sources the analyst switches on.
              data_collection_permissions: { required: ['none'], optional: ['websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});

/**
 * Half of the functions of this script run within its first moments. Chromium would read each of them twice, once to find its
 * end and once when it is first called: the comment has all compiled as the script starts ("Explicit JavaScript Compile Hints",
 * WICG; from Chrome 136 on). It is put in last, for what makes scripts small takes comments out.
 */
function compiledAtOnce(script: string): Plugin {
  return {
    name: 'compiled-at-once',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunk = bundle[script];
        if (chunk?.type === 'chunk') chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      },
    },
  };
}

function icons(...sizes: number[]): Record<string, string> {
  return Object.fromEntries(sizes.map((size) => [String(size), `icon/${size}.png`]));
}
