import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const across = { regex: '^\\.\\./', message: 'A feature is one flat folder: take another one by its api, or let app compose them.' };
const app = { regex: '^@/app(/|$)', message: 'Only main composes from app; features know nothing of it.' };
const internals = { regex: '^@/features/[^/]+/(?!api$)', message: 'Another feature is reached by its api.ts only; app composes screens.' };
const inbox = { regex: '^@/', message: 'shared serves every web app and knows none of them.' };

/**
 * @param {{ regex: string, message: string }[]} patterns
 * @returns {import('typescript-eslint').ConfigArray[number]['rules']}
 */
const only = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'inbox/public/**', 'widget/public/**', 'shared/api/openapi.ts'] },
  ...tseslint.configs.recommendedTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./inbox/tsconfig.json', './widget/tsconfig.json', './tsconfig.tools.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 350],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['shared/**'], rules: only(inbox) },
  { files: ['inbox/src/features/**'], rules: only(across, app, internals) },
  { files: ['tools/**', 'widget/build.mjs', '*.js'], rules: { 'no-console': 'off' } },
);
