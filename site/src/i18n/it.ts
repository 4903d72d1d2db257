import { en } from './en.ts';
import type { Messages } from './translate.ts';

export const it: Messages = { ...en };
