import { type Browser, chromium } from '@playwright/test';

/** A browser that Lighthouse can drive through the port, and that finds no host but the site's. */
export function openBrowser(executable: string, port: number, siteUrl: string): Promise<Browser> {
  const { hostname } = new URL(siteUrl);
  return chromium.launch({
    executablePath: executable,
    args: [
      `--remote-debugging-port=${port}`,
      `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${hostname}`,
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
}
