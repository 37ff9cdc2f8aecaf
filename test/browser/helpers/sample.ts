import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startSampleApp, type SampleApp } from '../../../scripts/paginas/sample-app.ts';
import { makeViewer } from '../../../scripts/paginas/viewer.ts';
import { openBrowser } from './tasklist.ts';

/** De voorbeeldtoepassing in een browser. Wat erin staat is er vanaf de eerste test. */
export interface SampleInBrowser {
  readonly voorbeeld: SampleApp;
  readonly browser: Browser;
  readonly bekijk: ReturnType<typeof makeViewer>;
}

/** Start voor alle tests van dit bestand één voorbeeld en één browser, en ruimt ze daarna op. */
export function useSample(): SampleInBrowser {
  let voorbeeld: SampleApp | undefined;
  let browser: Browser | undefined;
  let viewer: ReturnType<typeof makeViewer> | undefined;
  beforeAll(async () => {
    voorbeeld = await startSampleApp();
    browser = await openBrowser();
    viewer = makeViewer(browser, voorbeeld);
    // Het eerste bestand dat het voorbeeldregister nodig heeft, vult het: een halve minuut rekentijd.
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await voorbeeld?.sluit();
  });
  return { get voorbeeld() { return voorbeeld!; }, get browser() { return browser!; }, bekijk: (...gevraagd) => viewer!(...gevraagd) };
}
