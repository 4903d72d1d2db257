/** What a layer of tests came to. */
export interface LayerResult {
  passed: number;
  failed: number;
  /** What to show of failures and of second tries. */
  details: string;
}

export interface Layer {
  name: string;
  run: (signal: AbortSignal) => Promise<LayerResult>;
}

/** A layer that ended otherwise than by its tests counts as one failure at least. */
export async function runLayer(layer: Layer, signal: AbortSignal): Promise<LayerResult> {
  try {
    const result = await layer.run(signal);
    if (result.passed + result.failed > 0) return result;
    return { passed: 0, failed: 1, details: 'No test was found.' };
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: 1, details };
  }
}
