/**
 * Wraps work that needs doing once more whenever somebody asks: one run is under way, at most one
 * waits for it, and nobody who asks waits or fails. The work deals with its own errors.
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let isUnderWay = false;
  let isWanted = false;
  const run = async () => {
    isUnderWay = true;
    try {
      while (isWanted) {
        isWanted = false;
        await work();
      }
    } finally {
      // In the same step as the last look at `isWanted`: who asks in between would be forgotten.
      isUnderWay = false;
    }
  };
  return () => {
    isWanted = true;
    if (!isUnderWay) void run();
  };
}
