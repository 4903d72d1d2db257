import type { AstroIntegration } from 'astro';

/**
 * Compiles the site as an app that renders a page when it is asked for one, instead of writing all
 * of them. The pages are the same files that `astro build` renders.
 */
export function residentAdapter(): AstroIntegration {
  return {
    name: 'see:resident',
    hooks: {
      'astro:route:setup': ({ route }) => {
        route.prerender = false;
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'see:resident',
          // Its type marks the way that is going as deprecated, not this one.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          supportedAstroFeatures: { staticOutput: 'stable', serverOutput: 'stable' },
        });
      },
    },
  };
}
