import { z } from 'zod';

/** A relation as the files write it: the public id of another record. */
export class Target {
  constructor(readonly ref: string) {}

  /** Keeps digests readable and stable: a target is its ref. */
  toJSON(): string {
    return this.ref;
  }
}

export type SeedValue =
  | string
  | number
  | boolean
  | null
  | Target
  | readonly SeedValue[]
  | { readonly [key: string]: SeedValue };

export type Fields = Readonly<Record<string, SeedValue>>;

export const target = (letter: string) =>
  z
    .string()
    .regex(new RegExp(`^SEE-${letter}-\\d{3,}$`), `must be a ref like SEE-${letter}-001`)
    .transform((ref) => new Target(ref));
