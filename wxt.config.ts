import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { quietPreact } from './scripts/quiet-preact';

const HOSTS = ['*://*/*'];
const GECKO_ID = 'postil@postil.app';
/** Extension pages load nothing from anywhere; https is for rule lists that a person subscribes to and for a model server, plain http for one on this device (each host needs a permission of its own). */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: ({ mode }) => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), quietPreact()],
    // What WXT takes for the API can be an element of the page.
    resolve: { alias: { '@wxt-dev/browser': fileURLToPath(new URL('./core/bus/own-browser.ts', import.meta.url)) } },
    define: { __E2E__: JSON.stringify(mode === 'e2e') },
    // Colours have a light and a dark value by `light-dark()`: left as it is, not rewritten for older browsers.
    build: { target: 'es2022', cssTarget: ['chrome123', 'firefox140'], sourcemap: false },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    options_ui: { page: 'library.html', open_in_tab: true },
    minimum_chrome_version: '123',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    ...(mode === 'e2e' ? { host_permissions: HOSTS } : { optional_host_permissions: HOSTS }),
    // Asked for when the reader switches Firefox's own model on.
    ...(browser === 'firefox' ? { optional_permissions: ['trialML'] } : {}),
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      'show-summary': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commandSummary__' },
      'toggle-hidden': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandHidden__' },
    },
    omnibox: { keyword: 'po' },
    content_security_policy: { extension_pages: PAGE_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: GECKO_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {}),
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      // Content scripts are registered at run time; WXT adds their matches to host_permissions, which would cost an install warning.
      delete manifest.web_accessible_resources;
      delete manifest.content_scripts;
      if (_wxt.config.mode !== 'e2e') delete manifest.host_permissions;
    },
  },
});
