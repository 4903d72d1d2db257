import { describe, expect, it } from 'vitest';
import { layOutChain, type ChainItem, type ChainStage } from './chain.ts';

function items(prefix: string, count: number): ChainItem[] {
  return Array.from({ length: count }, (_, i) => ({
    ref: `${prefix}${i + 1}`,
    title: `${prefix} ${i + 1}`,
  }));
}

function stages(...counts: number[]): ChainStage[] {
  return counts.map((count, index) => ({
    title: `stage ${index}`,
    glyph: 'project',
    items: items('abcde'[index] ?? '', count),
  }));
}

describe('the lines of a chain', () => {
  it('begin and end at the centres of the rows', () => {
    const [first] = layOutChain(stages(3, 4), [{ from: 'a1', to: 'b4', kind: 'followed' }]);
    expect(first?.curves).toEqual([{ d: 'M0 16.67C50 16.67 50 87.5 100 87.5', style: 'full' }]);
  });

  it('are dotted where the relation is not known, and end in a bar where it was dropped', () => {
    const [first] = layOutChain(stages(1, 1), [
      { from: 'a1', to: 'b1', kind: 'unknown' },
      { from: 'a1', to: null, kind: 'dropped' },
    ]);
    expect(first?.curves.map(({ style }) => style)).toEqual(['dotted', 'full', 'bar']);
  });

  it('run dotted through a stage of which nothing is known', () => {
    const [first, empty] = layOutChain(stages(1, 0, 2), [
      { from: 'a1', to: 'c2', kind: 'followed' },
    ]);
    expect(first?.curves).toEqual([{ d: 'M0 50H100', style: 'dotted' }]);
    expect(empty?.curves).toEqual([{ d: 'M0 50C50 50 50 75 100 75', style: 'dotted' }]);
  });

  it('are left out where a stage between is known, backwards, or to something that is not there', () => {
    const drawn = layOutChain(stages(1, 1, 1), [
      { from: 'a1', to: 'c1', kind: 'followed' },
      { from: 'b1', to: 'a1', kind: 'followed' },
      { from: 'a1', to: 'nowhere', kind: 'followed' },
    ]);
    expect(drawn.flatMap(({ curves }) => curves)).toEqual([]);
  });
});

describe('a long stage', () => {
  const drawn = layOutChain(stages(1, 11), [
    { from: 'a1', to: 'b9', kind: 'followed' },
    { from: 'a1', to: 'b11', kind: 'followed' },
  ]);

  it('shows eight items and counts the rest', () => {
    expect(drawn[1]?.shown).toHaveLength(8);
    expect(drawn[1]?.hidden).toBe(3);
  });

  it('leads the lines of the rest to its last row, once', () => {
    expect(drawn[0]?.curves).toEqual([{ d: 'M0 50C50 50 50 94.44 100 94.44', style: 'full' }]);
  });
});

it('says in words what the lines show', () => {
  const [first] = layOutChain(stages(1, 2), [{ from: 'a1', to: 'b2', kind: 'unknown' }]);
  expect(first?.shown[0]?.leadsTo).toEqual(['b 2']);
});
