/**
 * Hoeveel tests goed gingen en hoeveel niet, uit het rapport van vitest. In een bestand dat mislukt telt ook wat niet aan
 * de beurt kwam als fout: zonder databank zouden anders 27 tests stil overgeslagen zijn.
 */
export function countResults(report) {
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of report.testResults) {
    const good = assertionResults.filter((test) => test.status === 'passed').length;
    passed += good;
    // Een bestand dat niet eens laadt heeft geen tests, maar is wel fout.
    if (status === 'failed') failed += Math.max(1, assertionResults.length - good);
  }
  return { passed, failed };
}

/**
 * Telt runs op. Een run die fout eindigt zonder foute test (een fout buiten een test), en een run zonder rapport of zonder
 * tests, is één fout.
 */
export function sumRuns(runs) {
  const total = { passed: 0, failed: 0 };
  for (const { code, report } of runs) {
    const { passed, failed } = report ? countResults(report) : { passed: 0, failed: 0 };
    total.passed += passed;
    total.failed += failed === 0 && (code !== 0 || passed === 0) ? 1 : failed;
  }
  return total;
}

/** Wat er mis is, een regel per test: het bestand, de naam en de eerste regel van de fout. */
export function failures(runs) {
  return runs.flatMap(({ report }) => (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => `FOUT ${name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
    return failed.length > 0 || status !== 'failed' ? failed : [`FOUT ${name}: ${firstLine(message)}`];
  }));
}

const firstLine = (text) => (text ?? 'zonder melding').split('\n')[0];
