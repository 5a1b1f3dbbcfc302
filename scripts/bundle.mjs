import { build } from 'vite';

/**
 * Bundles one TypeScript entry to a single script as text.
 * `format` 'iife' exposes the exports as `globalThis[name]`; 'es' keeps them as exports.
 */
export async function bundle(entry, { name = 'postil', format = 'iife', minify = false, define = {} } = {}) {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { __E2E__: 'false', ...define },
    build: {
      write: false,
      minify,
      target: 'es2022',
      lib: { entry, name, formats: [format], fileName: () => 'out.js' },
    },
  });
  return [result].flat()[0].output[0].code;
}
