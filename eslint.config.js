import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Niemand leest zelf de klok in de logica: tests en demo verzetten de tijd (design §5). */
const KLOK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Neem de klok die binnenkomt (domein/klok.ts) in plaats van new Date().' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Neem de klok die binnenkomt (domein/klok.ts) in plaats van Date.now().' },
  { selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/][arguments.length=0]", message: 'Neem de klok die binnenkomt (domein/klok.ts).' },
];

/** SQL staat in registratie/, één vraag per bestand (design §2): wie een tabel verandert vindt daar elke vraag. */
const SQL = [
  { selector: 'MemberExpression[property.name=/^(selectFrom|selectNoFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto)$/]', message: 'SQL staat alleen in registratie/: maak daar een functie voor deze vraag.' },
  { selector: 'CallExpression[callee.property.name=/^(transaction|startTransaction)$/][arguments.length=0]', message: 'Gebruik register.transaction(work).' },
  { selector: "TaggedTemplateExpression[tag.name='sql']", message: 'SQL staat alleen in registratie/: maak daar een functie voor deze vraag.' },
  { selector: "ImportExpression[source.value=/^(kysely|pg)$/], TSImportType Literal[value=/^(kysely|pg)$/]", message: 'De databank kent alleen registratie/; het type van een transactie is Tx in registratie/register.ts.' },
];
const DATABANK = ['kysely', 'kysely-pglite-dialect', '@electric-sql/pglite', 'pg'].map((name) => ({ name, message: 'De databank kent alleen registratie/; het type van een transactie is Tx in registratie/register.ts.' }));
const KENT_SQL = ['registratie/**', 'test/**'];
/** Lagen met logica: zij krijgen hun klok. */
const LOGICA = ['domein/**/*.ts', 'workers/**/*.ts', 'koppelingen/**/*.ts'];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'test-resultaat', 'data', '.engine', 'engine/target', 'docs', '**/*.min.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // een werker geeft variabelen terug of niets: `Promise<Record<…> | void>` zegt dat precies
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-console': 'off',
    },
  },
  // een voorbeeld of demo bouwt objecten op uit losse sleutels
  { files: ['test/**/*.ts', 'scripts/**/*.ts'], rules: { '@typescript-eslint/no-dynamic-delete': 'off' } },
  // het schema en een migratie zijn lijsten van kolommen; splitsen maakt ze moeilijker te lezen, en een migratie verandert nooit meer
  { files: ['registratie/schema.ts', 'registratie/migrations/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', URL: 'readonly', Buffer: 'readonly' } } },
  { files: ['lint/**/*.js', 'modeler/plugin/**/*.js'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' } } },
  {
    files: ['beheer/**/*.js'],
    languageOptions: { globals: { window: 'readonly', document: 'readonly', location: 'readonly', history: 'readonly', localStorage: 'readonly', URLSearchParams: 'readonly', HTMLElement: 'readonly' } },
  },
  { files: ['**/*.ts'], ignores: KENT_SQL, rules: { 'no-restricted-imports': ['error', { paths: DATABANK }], 'no-restricted-syntax': ['error', ...SQL] } },
  // een latere regel vervangt de eerdere: waar beide gelden staan ze hier samen
  { files: LOGICA, ignores: ['domein/klok.ts', ...KENT_SQL], rules: { 'no-restricted-syntax': ['error', ...KLOK, ...SQL] } },
  { files: ['registratie/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...KLOK] } },
);
