import { describe, expect, it } from '@jest/globals';
import { chooseSource, type Evidence, type Known } from './choose-source.js';

const organization = (id: string, name: string): Known => ({ object: 'organization', id, name });
const service = (id: string, name: string): Known => ({ object: 'service', id, name });
const address = (id: string, name: string): Known => ({ object: 'address', id, name });
const of = (source: string, ...known: Known[]) => known.map((one) => ({ ...one, source, isPublic: false }));
const chosen = (evidence: Partial<Evidence>) =>
  chooseSource({ given: null, ownName: 'input', sample: [], stored: [], sources: [], readHere: [], ...evidence });

const alpha = [organization('1', 'Alpha Council'), service('1', 'Shelter')];
const bravo = [organization('1', 'Bravo Directory'), service('1', 'Shelter')];

describe('the source of a directory', () => {
  it('has the name of the directory', () => {
    expect(chosen({ sample: alpha })).toEqual({ source: 'input', remark: null });
  });

  it('is another one if the name belongs to somebody else, wherever the two were read', () => {
    for (const readHere of [[], ['input']])
      expect(chosen({ sample: bravo, stored: of('input', ...alpha), sources: ['input'], readHere })).toEqual({
        source: 'input-2',
        remark: 'SOURCE_KEPT_APART',
      });
    const sources = ['input', 'input-2'];
    const stored = [...of('input', ...alpha), ...of('input-2', ...bravo)];
    expect(chosen({ sample: bravo, stored, sources, readHere: ['input-2'] })).toEqual({ source: 'input-2', remark: 'SOURCE_RECOGNISED' });
    expect(chosen({ sample: [organization('1', 'Third')], stored, sources }).source).toBe('input-3');
    expect(chosen({ sample: [organization('9', 'Alpha Council')], sources }).source).toBe('input-3');
  });

  it('is the one with the same organizations, whatever the name of the file', () => {
    const changed = [organization('1', 'ALPHA  council'), service('1', 'Shelter'), service('2', 'New')];
    expect(chosen({ ownName: 'dc-2026-02', sample: changed, stored: of('dc', ...alpha), sources: ['dc'] })).toEqual({
      source: 'dc',
      remark: 'SOURCE_RECOGNISED',
    });
    expect(chosen({ ownName: 'dc', sample: changed, stored: of('dc', ...alpha), sources: ['dc'] })).toEqual({ source: 'dc', remark: null });
  });

  it('is not one that has other services under the ids of the same organization', () => {
    const other = [organization('1', 'Alpha Council'), service('1', 'Legal aid')];
    expect(chosen({ ownName: 'b', sample: other, stored: of('a', ...alpha), sources: ['a'] }).source).toBe('b');
  });

  it('is the one that was read at the same place before, unless the organizations differ', () => {
    const renamed = [organization('1', 'Alpha Council'), service('1', 'Refuge')];
    const known = { stored: of('input', ...alpha), sources: ['input'], readHere: ['input'] };
    expect(chosen({ ...known, sample: renamed })).toEqual({ source: 'input', remark: null });
    expect(chosen({ ...known, sample: [organization('2', 'New')] })).toEqual({ source: 'input', remark: null });
    expect(chosen({ ...known, sample: [service('1', 'Legal aid')] }).source).toBe('input-2');
  });

  it('is another one at the same place if no organization is known and the services differ', () => {
    const known = { stored: of('input', ...alpha), sources: ['input'], readHere: ['input'] };
    const other = [organization('B1', 'Bravo Directory'), service('1', 'Legal aid')];
    expect(chosen({ ...known, sample: other })).toEqual({ source: 'input-2', remark: 'SOURCE_KEPT_APART' });
    expect(chosen({ ...known, sample: [organization('B1', 'Alpha Council'), service('1', 'Shelter')] }).source).toBe('input');
  });

  it('is another one if only one organization is known, without its services or addresses', () => {
    const north = [organization('1', 'Caritas'), service('n1', 'Night shelter'), address('1', 'North Street 1')];
    const south = [organization('1', 'Caritas'), service('s1', 'Day centre'), address('1', 'South Street 9')];
    const known = { sample: south, stored: of('caritas', ...north), sources: ['caritas'] };
    expect(chosen({ ...known, ownName: 'south' })).toEqual({ source: 'south', remark: null });
    expect(chosen({ ...known, ownName: 'caritas', readHere: ['caritas'] })).toEqual({ source: 'caritas-2', remark: 'SOURCE_KEPT_APART' });
    expect(chosen({ ...known, ownName: 'south', sample: [south[0]!, ...south] }).source).toBe('south');
    expect(chosen({ ...known, ownName: 'south', sample: south.slice(0, 2) }).source).toBe('south');
    const uuid = '6f1f8c5e-8a8e-4c7c-9a0e-2f5f0a1b3c4d';
    const certain = { ownName: 'south', stored: of('caritas', organization(uuid, 'Caritas')), sources: ['caritas'] };
    expect(chosen({ ...certain, sample: [organization(uuid, 'Caritas'), ...south.slice(1)] }).source).toBe('caritas');
  });

  it('stays the same if some of its services have other names and some have moved', () => {
    const services = ['1', '2', '3'].map((id) => service(id, `Service ${id}`));
    const before = [organization('1', 'Alpha Council'), ...services, address('1', 'North Street 1'), address('2', 'Mill Lane 2')];
    const after = [before[0]!, services[0]!, service('2', 'New name'), services[2]!, address('1', 'South Street 9'), before[5]!];
    const known = { sample: after, stored: of('input', ...before), sources: ['input'] };
    expect(chosen({ ...known, readHere: ['input'] })).toEqual({ source: 'input', remark: null });
    expect(chosen({ ...known, ownName: 'later' })).toEqual({ source: 'input', remark: 'SOURCE_RECOGNISED' });
    const moved = [before[0]!, services[0]!, address('1', 'South Street 9')];
    expect(chosen({ ...known, sample: moved, ownName: 'later' }).source).toBe('input');
  });

  it('is, for a directory without names, the only one that has the objects that it refers to', () => {
    const sample: Known[] = [{ object: 'location', id: 'l', name: null }];
    expect(chosen({ sample, stored: of('dc', ...sample), sources: ['dc', 'il'] }).source).toBe('dc');
    expect(chosen({ sample, stored: [...of('dc', ...sample), ...of('il', ...sample)], sources: ['dc', 'il'] }).source).toBe('input');
  });

  it("is Haven's own for an export of everything", () => {
    const sample = [organization('a', 'A'), organization('b', 'B')];
    const stored = [...of('dc', sample[0]!), ...of('il', sample[1]!)];
    expect(chosen({ ownName: 'out', sample, stored, sources: ['dc', 'il'] })).toEqual({ source: 'haven', remark: 'SOURCE_RECOGNISED' });
    const translated = [...of('dc', sample[0]!), { ...sample[1]!, source: 'il', isPublic: true }];
    expect(chosen({ ownName: 'out', sample, stored: translated, sources: ['dc', 'il'] }).source).toBe('haven');
  });

  it("is the known one, even if the caller names Haven's own", () => {
    const known = { given: 'haven', stored: of('dc', ...alpha), sources: ['dc'] };
    expect(chosen({ ...known, sample: alpha })).toEqual({ source: 'dc', remark: 'SOURCE_RECOGNISED' });
    expect(chosen({ ...known, ownName: 'dc', sample: [organization('2', 'New')], readHere: ['dc'] }).source).toBe('dc');
    expect(chosen({ ...known, sample: bravo })).toEqual({ source: 'haven', remark: null });
  });

  it('is the one that the caller names, with a line if another one has it', () => {
    expect(chosen({ given: 'x', sample: bravo, stored: of('a', ...bravo), sources: ['a'] })).toEqual({ source: 'x', remark: null });
    expect(chosen({ given: 'a', sample: bravo, stored: of('a', ...alpha), sources: ['a'] })).toEqual({
      source: 'a',
      remark: 'SOURCE_CONTRADICTED',
    });
  });
});
