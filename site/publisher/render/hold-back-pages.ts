/** Which of what was rendered may go live; the others stay as they were, and why is kept. */
import type { HeldBack } from '../held-back.ts';
import { checkRendering, type CheckOptions } from './check-pages.ts';
import type { StayingPage } from './earlier-release.ts';
import type { PageStore, RenderedPage } from './page-store.ts';
import type { Rendering } from './render-pages.ts';
import type { Stage } from './stage.ts';

export interface HoldBackOptions extends Omit<CheckOptions, 'stageDir'> {
  store: PageStore;
  stage: Stage;
  heldBack: HeldBack;
}

export function holdBackPages(
  rendering: Rendering,
  { store, stage, heldBack, ...rules }: HoldBackOptions,
): { fine: RenderedPage[]; held: StayingPage[] } {
  const problems = checkRendering(rendering, store, { ...rules, stageDir: stage.dir });
  const rendered = [...rendering.changed, ...rendering.same];
  heldBack.release(rendered);
  heldBack.release(rendering.removed);
  for (const { path, message } of rendering.failed) {
    heldBack.hold(path, `The page ${path} could not be rendered: ${message}`);
  }
  for (const { path, file } of rendering.changed) {
    const found = problems.get(path);
    if (!found) continue;
    stage.restore(file);
    heldBack.hold(path, found.map(({ message }) => message).join('\n'));
  }
  const isHeld = ({ path }: RenderedPage) => problems.has(path);
  return {
    fine: rendered.filter((page) => !isHeld(page)),
    held: [...rendering.failed, ...rendering.changed.filter(isHeld)],
  };
}
