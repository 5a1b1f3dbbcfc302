import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../../scripts/extension.mjs';

/** Permissions that Chrome and Firefox grant without a warning at install. */
const SILENT = ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab', 'contextMenus', 'sidePanel'];

describe.each(['chrome', 'firefox'])('what is submitted to the store for %s', (browser) => {
  const manifest = JSON.parse(readFileSync(join(builtExtension(browser, ''), 'manifest.json'), 'utf8'));

  test('asks for nothing that shows a warning at install', () => {
    expect(manifest.permissions.filter((name: string) => !SILENT.includes(name))).toEqual([]);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  test('offers pages nothing to load or to talk to', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.content_security_policy.extension_pages).toContain("default-src 'none'; script-src 'self';");
    expect(manifest.content_security_policy.extension_pages).not.toContain('unsafe');
  });

  test('keeps its shadow roots closed', () => {
    for (const script of ['page.js', 'page-finder.js', 'page-session.js', 'page-story.js', 'page-ui.js']) {
      const code = readFileSync(join(builtExtension(browser, ''), script), 'utf8');
      expect(code).not.toMatch(/attachShadow\(\{\s*mode:\s*[`"']open[`"']/);
    }
    expect(readFileSync(join(builtExtension(browser, ''), 'page-session.js'), 'utf8')).toMatch(
      /attachShadow\(\{\s*mode:\s*[`"']closed[`"']/,
    );
  });
});
