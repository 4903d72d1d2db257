import { z } from 'zod';

const picture = z
  .object({
    /** Size of the largest copy, in pixels. */
    width: z.number(),
    height: z.number(),
    /** File names under `/images/`, by width, smallest first. */
    copies: z.array(z.object({ file: z.string(), width: z.number() })).min(1),
  })
  .nullable();

export type Picture = NonNullable<z.infer<typeof picture>>;

/** Reads a stored picture; null stands for an image that could not be read. */
export function parsePicture(text: string): Picture | null {
  return picture.parse(JSON.parse(text));
}
