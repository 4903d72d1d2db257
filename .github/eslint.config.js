// Architecture as lint: who may import whom, each with its reason.
import astro from 'eslint-plugin-astro';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const zone = (target, from, message, except) => ({
  target,
  from,
  message,
  ...(except ? { except } : {}),
});

const zones = [
  zone(
    './cms/src',
    './site',
    'The CMS never imports from the site: it must be possible to build either alone.',
  ),
  zone(
    './cms/config',
    './site',
    'The CMS never imports from the site: it must be possible to build either alone.',
  ),
  zone(
    './site/src',
    './cms',
    'The site knows of the CMS only its contract (cms/contract) and the schemas of what members write.',
    [
      './contract',
      './src/api/practice/content-types/practice/schema.json',
      './src/api/adaptation/content-types/adaptation/schema.json',
      './src/api/notice/content-types/notice/schema.json',
      './src/components/practice',
    ],
  ),
  zone(
    ['./site/src/pages', './site/src/layouts', './site/src/components', './site/src/drawing'],
    './site/src/cms',
    'Only collections speak GraphQL: pages take content through views, components take plain props.',
    ['./blocks.ts'],
  ),
  zone(
    ['./site/src/elements', './site/src/members'],
    ['./site/src/cms', './site/src/collections', './site/src/snapshot', './site/src/views'],
    'What runs in the browser takes what it needs from the page, never from the build.',
  ),
];

const textOnly = 'What people wrote is put into a page as text: use textContent, or a child.';
const htmlSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map(
  (property) => ({ property, message: textOnly }),
);

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/node_modules/**',
      '**/.astro/**',
      '**/.strapi/**',
      '**/.cache/**',
      '.data/**',
      'cms/types/generated/**',
      'site/src/cms/graphql-env.d.ts',
      'site/public/**',
      'site/test-results/**',
      'site/playwright-report/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        // Beside a tsconfig.json that says what is compiled, which is not this file.
        projectService: { allowDefaultProject: ['cms/vitest.config.mts'] },
        tsconfigRootDir: import.meta.dirname + '/..',
        extraFileExtensions: ['.astro'],
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver': { node: { extensions: ['.ts', '.js', '.mjs', '.astro', '.json'] } },
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx', '.mts'] },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty text counts as none, so `||` is meant for strings.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname + '/..' }],
    },
  },
  {
    files: ['site/src/**', 'cms/src/**'],
    rules: {
      'no-restricted-properties': ['error', ...htmlSinks],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: textOnly },
      ],
    },
  },
  {
    files: ['**/*.astro'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'astro/no-set-html-directive': 'error' },
  },
  {
    // Programs of the command line speak to their user.
    files: [
      '.github/scripts/**',
      'site/publisher/**',
      'site/fonts/**',
      'site/src/drawing/generate-region.ts',
      'cms/src/seed/**',
      'cms/scripts/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/tests/**', 'site/test/**'],
    rules: { '@typescript-eslint/no-empty-function': 'off' },
  },
  {
    files: ['site/src/{components,drawing,layouts}/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/views/*', '**/snapshot/*'],
              allowTypeImports: true,
              message: 'Components take plain props, so that a page decides what they show.',
            },
          ],
        },
      ],
    },
  },
  {
    // The one place that writes a data block; it escapes what could end it.
    files: ['site/src/layouts/JsonLd.astro'],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
