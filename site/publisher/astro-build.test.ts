import { describe, expect, it } from 'vitest';
import { failureFrom } from './astro-build.ts';

describe('a build that fails', () => {
  it('names the page and the entry it shows', () => {
    const said = [
      '21:24:26 [ERROR] Error: no view for c',
      '\u001b[31m21:24:26 [ERROR] [build] Caught error rendering /cities/c: Error: no view for c\u001b[39m',
      '  Stack trace:',
    ].join('\n');
    const error = failureFrom(said, [{ path: '/cities/c', entry: 'SEE-C-003' }]);
    expect(error.message).toBe(
      'The page /cities/c of SEE-C-003 could not be rendered: no view for c',
    );
    expect(error.entry).toBe('SEE-C-003');
  });

  it('names the page alone when it shows no entry', () => {
    const error = failureFrom('Caught error rendering /about: TypeError: x is not a function', []);
    expect(error.message).toContain('/about could not be rendered: x is not a function');
    expect(error.entry).toBe('/about');
  });

  it('gives the reason when no page is to blame', () => {
    const said =
      '10:00:00 [build] ok\n10:00:01 [ERROR] [vite] Build failed\nCould not resolve "./x"';
    const error = failureFrom(said, []);
    expect(error.message).toBe(
      'The site could not be built: 10:00:01 [ERROR] [vite] Build failed\nCould not resolve "./x"',
    );
    expect(error.entry).toBeNull();
  });
});
