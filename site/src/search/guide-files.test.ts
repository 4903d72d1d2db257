import { expect, it } from 'vitest';
import { readGuide, readGuides } from './guide-files.ts';

const guide = `---
title: Run a walk
lead: On foot, with neighbours.
order: 1
basedOn: [SEE-M-001]
---

import Step from '../../components/guide/Step.astro';

Read <Entry link={props.linkTo("SEE-M-001")}>the method</Entry> and [the rest](three-workshops).

<Step title="Invite" days={10} who="Core team">

Ring at doors.

</Step>
`;

it('takes what a reader sees, and nothing of how it is written', () => {
  const { text, ...head } = readGuide('walk.mdx', guide);
  expect(head).toEqual({ slug: 'walk', title: 'Run a walk', lead: 'On foot, with neighbours.' });
  expect(text).toBe('Read the method and the rest. Invite Core team Ring at doors.');
});

it('names the guide whose head it cannot read', () => {
  expect(() => readGuide('walk.mdx', guide.replace('Run a walk', '"Run a walk"'))).toThrow(
    /walk\.mdx has no plain line "title: …"/,
  );
});

it('reads every guide of the site', () => {
  expect(readGuides().map(({ slug }) => slug)).toContain('three-workshops');
});
