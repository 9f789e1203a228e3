import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '@shared': here('../shared'), '@': here('./src') } },
  server: { port: 5173, proxy: { '/api': { target: 'http://localhost:7071', ws: true } } },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules[\\/](react|react-dom|react-i18next|scheduler|i18next|use-sync-external-store|@tanstack)[\\/]/ },
            // What settings alone show comes with them.
            { name: 'shared', test: /[\\/]shared[\\/](ui[\\/](?!(ListPage|ListCard|PlaceCard|FoldCard|ChannelLinks|CheckList|CopyField|Standing)\b)|api|keys|router|style)/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    testTimeout: 20_000, // on a busy machine a screen takes its time
    include: ['src/**/*.test.{ts,tsx}', '../shared/**/*.test.{ts,tsx}'],
    setupFiles: [here('./src/test/setup.ts')],
    sequence: { hooks: 'list' }, // a screen is gone before a test tidies up what it stood on
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
