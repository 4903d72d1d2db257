import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from './issues';
import { advanceCounter, withdrawNumber } from './ref-counter';
import { REF_LETTERS } from './ref-letters';
import type { Rule, Write } from './write';

const rowSchema = z.object({ ref: z.string().nullable() }).nullable();

function writeRef(letter: string, number: number): string {
  return `SEE-${letter}-${String(number).padStart(3, '0')}`;
}

/** The number of a ref of this letter, in the one spelling it has; undefined for anything else. */
export function readRefNumber(ref: unknown, letter: string): number | undefined {
  if (typeof ref !== 'string') return undefined;
  const number = Number(/^SEE-[A-Z]+-(\d{3,9})$/.exec(ref)?.[1]);
  return number > 0 && writeRef(letter, number) === ref ? number : undefined;
}

/** Every document gets a permanent public id when it is created; nobody changes it, ever. */
export function giveRef(strapi: Core.Strapi): Rule {
  const findRef = async (uid: string, where: Record<string, unknown>) =>
    rowSchema.parse(await strapi.db.query(uid).findOne({ where, select: ['ref'] }))?.ref ??
    undefined;

  async function takeNext(uid: string, letter: string): Promise<string> {
    // Rows that were imported past the counter are skipped.
    for (;;) {
      const ref = writeRef(letter, (await advanceCounter(strapi, letter, 1)).last);
      if (!(await findRef(uid, { ref }))) return ref;
    }
  }

  async function reserve(uid: string, letter: string, given: unknown): Promise<string> {
    const number = readRefNumber(given, letter) ?? 0;
    if (number === 0) {
      refuse([{ path: ['ref'], message: `A ref of this type looks like ${writeRef(letter, 1)}.` }]);
    }
    const ref = writeRef(letter, number);
    const { last, withdrawn } = await advanceCounter(strapi, letter, 0);
    if (withdrawn.includes(number) || (await findRef(uid, { ref }))) {
      const message = `${ref} was given out before and is never given again; leave the ref empty.`;
      refuse([{ path: ['ref'], message }]);
    }
    if (number > last) await advanceCounter(strapi, letter, number - last);
    return ref;
  }

  async function keep({ model, documentId, data }: Write): Promise<void> {
    const given = data.ref;
    delete data.ref;
    if (given === undefined || given === null) return;
    const current = await findRef(model.uid, { documentId });
    if (current !== undefined && given !== current) {
      const message = `The ref ${current} is permanent and cannot be changed.`;
      refuse([{ path: ['ref'], message }]);
    }
  }

  return async (write) => {
    const { model, data, documentId } = write;
    const letter = REF_LETTERS[model.uid];
    if (!letter) return undefined;
    if (write.action === 'update') await keep(write);
    if (write.action === 'clone') data.ref = await takeNext(model.uid, letter);
    // A language added to a document by `create` takes the ref of that document.
    if (write.action === 'create' && typeof data.documentId !== 'string') {
      data.ref =
        data.ref === undefined || data.ref === null
          ? await takeNext(model.uid, letter)
          : await reserve(model.uid, letter, data.ref);
    }
    if (write.action !== 'delete') return undefined;
    const number = readRefNumber(await findRef(model.uid, { documentId }), letter);
    return async () => {
      const isGone = !(await findRef(model.uid, { documentId }));
      if (number !== undefined && isGone) await withdrawNumber(strapi, letter, number);
    };
  };
}
