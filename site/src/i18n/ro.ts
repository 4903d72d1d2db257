import { en } from './en.ts';
import type { Messages } from './translate.ts';

export const ro: Messages = { ...en };
