import type { Labels } from '../label.ts';
import { labels as english } from './en.ts';

export const labels: Labels = english;
